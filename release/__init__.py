"""How what is given away is made: icons, licences, packages. Not part of what is given away."""
