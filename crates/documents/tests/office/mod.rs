//! LibreOffice without a window, once for all files.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Converts files; the converted ones lie beside each other in the folder that is given back, under the same names.
pub fn convert(files: &[PathBuf], to: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("office-{to}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    // A profile of its own, so that one that is open on the desk is not asked to do it.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut office = Command::new("soffice");
    office.arg(profile).args(["--headless", "--norestore", "--convert-to", to, "--outdir"]).arg(&folder);
    let output = office.args(files).output().unwrap_or_else(|error| {
        panic!("Word files are looked at with LibreOffice ({error}): install libreoffice-writer-nogui.")
    });
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for file in files {
        let made = folder.join(file.file_name().unwrap()).with_extension(to);
        assert!(
            made.exists(),
            "{} was not opened: {}",
            file.display(),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    folder
}
