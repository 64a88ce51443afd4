"""Pure rules about people: values in, values out."""
