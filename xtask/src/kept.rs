//! A folder that we write into again and again without ever losing a file that somebody else put or changed there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

const LIST: &str = ".written-by-cargo-xtask-run";

/// The folder, and what we wrote there last time.
pub struct Kept {
    folder: PathBuf,
    ours: BTreeMap<String, String>,
}

impl Kept {
    /// Opens the folder, making it if need be.
    pub fn open(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("Make {} a folder that can be written to.", folder.display()))?;
        let list = std::fs::read_to_string(folder.join(LIST)).unwrap_or_default();
        let ours = list
            .lines()
            .filter_map(|line| line.split_once("  "))
            .map(|(hash, name)| (name.into(), hash.into()));
        Ok(Self { folder: folder.to_path_buf(), ours: ours.collect() })
    }

    /// The path for a file of this name, which is free afterwards: a file that we wrote and nobody changed is
    /// deleted; any other is kept under another name, which is given back.
    pub fn make_way(&mut self, name: &str) -> Result<(PathBuf, Option<PathBuf>)> {
        let path = self.folder.join(name);
        let mut aside = None;
        if path.exists() {
            if self.ours.get(name).is_some_and(|hash| hash_of(&path).is_ok_and(|now| now == *hash)) {
                std::fs::remove_file(&path)
                    .with_context(|| format!("Close {} and try again.", path.display()))?;
            } else {
                let free = self.free_name(name);
                std::fs::rename(&path, &free)
                    .with_context(|| format!("Close {} and try again.", path.display()))?;
                // SQLite's log beside a board holds its last changes.
                for beside in ["-wal", "-shm"] {
                    let log = self.folder.join(format!("{name}{beside}"));
                    if log.exists() {
                        let mut moved = free.clone().into_os_string();
                        moved.push(beside);
                        std::fs::rename(&log, moved)?;
                    }
                }
                aside = Some(free);
            }
        }
        Ok((path, aside))
    }

    /// Notes that these files, as they are now, are ours.
    pub fn note(&mut self, names: &[&str]) -> Result<()> {
        for name in names {
            self.ours.insert((*name).to_owned(), hash_of(&self.folder.join(name))?);
        }
        let list: String = self.ours.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
        std::fs::write(self.folder.join(LIST), list)
            .context("Make the folder out writable and run this again.")
    }

    fn free_name(&self, name: &str) -> PathBuf {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        (1..)
            .map(|number| self.folder.join(format!("{stem}-kept-{number}.{ending}")))
            .find(|path| !path.exists())
            .unwrap_or_else(|| self.folder.join(format!("{name}.kept")))
    }
}

fn hash_of(path: &Path) -> Result<String> {
    let content = std::fs::read(path).with_context(|| format!("Make {} readable.", path.display()))?;
    Ok(Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_we_wrote_makes_way_and_what_others_wrote_is_kept() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let out = folder.path().join("out");
        let mut kept = Kept::open(&out)?;
        let (path, aside) = kept.make_way("a.board")?;
        assert_eq!(aside, None);
        std::fs::write(&path, "ours")?;
        kept.note(&["a.board"])?;

        let mut kept = Kept::open(&out)?;
        assert_eq!(kept.make_way("a.board")?, (path.clone(), None));
        assert!(!path.exists(), "our own unchanged file makes way");

        std::fs::write(&path, "somebody's work")?;
        std::fs::write(out.join("a.board-wal"), "their last change")?;
        let (_, aside) = kept.make_way("a.board")?;
        let aside = aside.context("a changed file must be kept")?;
        assert_eq!(std::fs::read_to_string(&aside)?, "somebody's work");
        assert_eq!(std::fs::read_to_string(out.join("a-kept-1.board-wal"))?, "their last change");
        assert!(!path.exists());

        std::fs::write(&path, "more of theirs")?;
        let (_, second) = kept.make_way("a.board")?;
        assert_ne!(second, Some(aside.clone()));
        assert_eq!(std::fs::read_to_string(aside)?, "somebody's work");
        Ok(())
    }
}
