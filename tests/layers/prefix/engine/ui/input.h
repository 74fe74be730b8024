typedef enum { KEY_NONE, KEY_TAB = KEY_SET + 1 } UiKey;
int ui_key(void);
