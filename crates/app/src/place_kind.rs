//! What kind of place a file lies in. SQLite's write-ahead log needs memory that all its users share, which no network
//! file system gives (<https://sqlite.org/wal.html>); and a program that copies files while they are written copies
//! halves.

use std::path::{Component, Path, Prefix};

use sysinfo::Disks;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// A disk of this computer.
    Here,
    /// Another computer's disk.
    Network,
    /// A folder that a program copies elsewhere; with its name.
    Synchronised(&'static str),
}

/// Where the file or folder at `path` lies, as far as this computer tells.
pub fn kind_of_place(path: &Path) -> PlaceKind {
    let whole = path.canonicalize().unwrap_or_else(|_| path.into());
    if is_on_a_share(&whole) || mounted_as(&whole).is_some_and(|kind| is_network(&kind)) {
        return PlaceKind::Network;
    }
    let folders = whole.ancestors().skip(1);
    synchronised_by(&whole)
        .or_else(|| folders.take(20).any(|it| it.join(".stfolder").exists()).then_some("Syncthing"))
        .map_or(PlaceKind::Here, PlaceKind::Synchronised)
}

/// `\\server\share` on Windows, which a mapped drive is too once its path is whole.
fn is_on_a_share(path: &Path) -> bool {
    let first = path.components().next();
    matches!(first, Some(Component::Prefix(it)) if matches!(it.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)))
}

/// How the synchronising programs name their folders.
const FOLDERS: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud drive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("box-box", "Box"),
    ("synologydrive", "Synology Drive"),
    ("pcloud", "pCloud"),
];

fn synchronised_by(path: &Path) -> Option<&'static str> {
    let folders = path.parent()?.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().to_lowercase()),
        _ => None,
    });
    let mut programs = folders.filter_map(|name| {
        // "OneDrive", "OneDrive - Anytown Council", "Dropbox (Work)", "GoogleDrive-anna"; not "dropbox notes".
        let is = |start: &str| {
            let rest = name.strip_prefix(start);
            rest.is_some_and(|rest| {
                rest.is_empty() || ["-", " - ", " ("].iter().any(|it| rest.starts_with(it))
            })
        };
        FOLDERS.iter().find(|(start, _)| is(start)).map(|(_, program)| *program)
    });
    programs.next()
}

/// The kind of file system that a path lies on; none where the system does not say.
fn mounted_as(path: &Path) -> Option<String> {
    if cfg!(target_os = "linux") {
        let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
        deepest(path, mounts.lines().filter_map(linux_mount))
    } else if cfg!(target_os = "macos") {
        let disks = Disks::new_with_refreshed_list();
        let mounts = disks.iter().map(|disk| {
            let words = |text: &std::ffi::OsStr| text.to_string_lossy().into_owned();
            (words(disk.mount_point().as_os_str()), words(disk.file_system()))
        });
        deepest(path, mounts)
    } else {
        None
    }
}

/// The innermost of the mounts that a path lies in.
fn deepest(path: &Path, mounts: impl Iterator<Item = (String, String)>) -> Option<String> {
    let around = mounts.filter(|(point, _)| path.starts_with(point));
    // The last one of a place hides those before it.
    around.max_by_key(|(point, _)| Path::new(point).components().count()).map(|(_, kind)| kind)
}

/// A line of proc_pid_mountinfo(5): the mount point is the fifth field, the kind follows the lone dash.
fn linux_mount(line: &str) -> Option<(String, String)> {
    let (before, after) = line.split_once(" - ")?;
    let point = before.split(' ').nth(4)?.replace("\\040", " ");
    Some((point, after.split(' ').next()?.to_owned()))
}

fn is_network(kind: &str) -> bool {
    const KINDS: &[&str] = &[
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "smb2",
        "afs",
        "afpfs",
        "ceph",
        "davfs",
        "webdav",
        "ncpfs",
        "glusterfs",
        "lustre",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.gvfsd-fuse",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.smbnetfs",
        "fuse.curlftpfs",
    ];
    KINDS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINUX: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:45 / /home/anna/council\\040files rw,nosuid shared:9 - cifs //files/boards rw,vers=3.1.1
32 31 8:2 / /home/anna/council\\040files/stick rw - vfat /dev/sdb1 rw
33 22 0:50 / /mnt/nfs rw - nfs4 files:/boards rw";

    #[test]
    fn the_innermost_mount_says_whether_a_path_lies_on_another_computer() {
        let kind = |path: &str| deepest(Path::new(path), LINUX.lines().filter_map(linux_mount)).unwrap();
        assert_eq!(kind("/home/anna/boards/a.pledgeboard"), "ext4");
        assert_eq!(kind("/home/anna/council files/a.pledgeboard"), "cifs");
        assert_eq!(kind("/home/anna/council files/stick/a.pledgeboard"), "vfat");
        assert_eq!(kind("/mnt/nfs/a.pledgeboard"), "nfs4");
        assert_eq!(kind("/mnt/nfs-not/a.pledgeboard"), "ext4");
        assert!(is_network("cifs") && is_network("nfs4") && !is_network("ext4") && !is_network("vfat"));
    }

    #[test]
    fn a_folder_of_a_synchronising_program_is_known_by_its_name() {
        let by = |path: &str| synchronised_by(Path::new(path));
        assert_eq!(by("/Users/anna/OneDrive - Anytown Council/boards/a.pledgeboard"), Some("OneDrive"));
        assert_eq!(by("/home/anna/Dropbox/a.pledgeboard"), Some("Dropbox"));
        assert_eq!(by("/home/anna/Dropbox (Work)/a.pledgeboard"), Some("Dropbox"));
        assert_eq!(
            by("/Users/anna/Library/CloudStorage/GoogleDrive-anna/My Drive/a.pledgeboard"),
            Some("Google Drive")
        );
        assert_eq!(by("/home/anna/dropbox notes/a.pledgeboard"), None);
        assert_eq!(by("/home/anna/boards/onedrive.pledgeboard"), None);
    }

    #[test]
    fn a_folder_of_this_computer_is_here() {
        let folder = tempfile::tempdir().unwrap();
        let board = folder.path().join("a.pledgeboard");
        assert_eq!(kind_of_place(&board), PlaceKind::Here);
        std::fs::create_dir(folder.path().join(".stfolder")).unwrap();
        assert_eq!(kind_of_place(&board), PlaceKind::Synchronised("Syncthing"));
    }
}
