//! The training loop: what an epoch does and leaves, and checkpoints that survive.

mod files;
mod folder;
mod killed;
mod program;
mod resume;
mod training_loop;
