int walk_of(int index);
