"""Every state of every page, held against four engines and the checks they miss.

A page joins by one line in `states`. The engines have a package file of their own
here, so that the product's build carries none of them.
"""
