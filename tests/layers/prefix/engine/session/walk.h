bool walk_step(int walk);
