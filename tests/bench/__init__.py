"""How the site keeps up when it grows: invented data of any size, and what it costs."""
