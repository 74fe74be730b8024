enum { KEY_SIZES = 26 };
