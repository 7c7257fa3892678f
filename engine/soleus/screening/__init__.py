"""Many people at once: a table of answers in, a table of conclusions out. It needs the extra `screen`: `pip install 'soleus[screen]'`."""
