int ui_text(void);
