"""The models of data files. Validation, schemas, the form and the field reference are made from them."""
