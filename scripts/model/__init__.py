"""What data files may hold: the models that validation, schemas, the form and the field reference are made from."""
