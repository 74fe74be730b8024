bool walk_back(int walk);
