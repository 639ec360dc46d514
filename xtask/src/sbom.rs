//! The software bill of materials: what others wrote that is in the program, in CycloneDX 1.5 (ECMA-424), for whoever
//! has to find out whether a weakness that became known is in it.
//!
//! The same sources give the same bytes: there is no time and no chance in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{command, place, supply};

/// The programs that are shipped.
const SHIPPED: [&str; 2] = ["pledgeboard", "pledgeboard-cli"];

/// Writes it into `target/sbom`.
pub fn sbom() -> Result<()> {
    write(&place::target()?.join("sbom"))
}

/// Writes it into a folder: one file for the crates, one for the packages of the ui.
///
/// # Errors
/// When cargo or npm cannot list what is used, or the folder cannot be written.
pub fn write(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("Make {} writable.", folder.display()))?;
    let mut packages = supply::packages(&place::ui())?;
    if let Some(metadata) = packages["metadata"].as_object_mut() {
        metadata.remove("timestamp");
    }
    if let Some(whole) = packages.as_object_mut() {
        whole.remove("serialNumber");
    }
    for (name, bill) in [("pledgeboard-crates", crates()?), ("pledgeboard-ui", packages)] {
        let path: PathBuf = folder.join(format!("{name}.cdx.json"));
        let text = serde_json::to_string_pretty(&bill)? + "\n";
        std::fs::write(&path, text).with_context(|| format!("Make {} writable.", path.display()))?;
        println!("{}", path.display());
    }
    Ok(())
}

/// The crates that the shipped programs are built of and with, and which needs which.
fn crates() -> Result<Value> {
    let host = host()?;
    let mut cargo =
        command::cargo(&["metadata", "--format-version", "1", "--locked", "--filter-platform", &host]);
    let said = command::hush(&mut cargo, "Read below what cargo cannot resolve.")?;
    let metadata = serde_json::from_slice(&said.stdout)?;
    let lock: toml::Table = std::fs::read_to_string(place::root().join("Cargo.lock"))?.parse()?;
    Ok(bill(&metadata, &checksums(&lock)))
}

/// What this machine is called: "x86_64-unknown-linux-gnu".
fn host() -> Result<String> {
    let said = command::hush(&mut command::command("rustc", &["-vV"]), "Install Rust.")?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("Install Rust anew: rustc does not say which machine this is.")?.to_owned())
}

/// By name and version, as crates.io gave them (SHA-256).
fn checksums(lock: &toml::Table) -> BTreeMap<(String, String), String> {
    let packages = lock.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    let text = |of: &toml::Value, name: &str| of.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    packages
        .filter_map(|it| Some(((text(it, "name")?, text(it, "version")?), text(it, "checksum")?)))
        .collect()
}

fn bill(metadata: &Value, checksums: &BTreeMap<(String, String), String>) -> Value {
    let nodes: BTreeMap<&str, &Value> =
        list(&metadata["resolve"]["nodes"]).filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let packages: BTreeMap<&str, &Value> =
        list(&metadata["packages"]).filter_map(|it| Some((it["id"].as_str()?, it))).collect();
    let mut open: Vec<&str> = packages
        .iter()
        .filter(|(_, it)| it["name"].as_str().is_some_and(|name| SHIPPED.contains(&name)))
        .map(|(id, _)| *id)
        .collect();
    let mut used = BTreeSet::new();
    while let Some(id) = open.pop() {
        if used.insert(id) {
            open.extend(nodes.get(id).into_iter().flat_map(|node| needed(node)));
        }
    }
    let purls: BTreeMap<&str, String> =
        used.iter().filter_map(|id| Some((*id, purl(packages.get(id)?)))).collect();
    let components: Vec<Value> =
        used.iter().filter_map(|id| Some(component(packages.get(id)?, checksums))).collect();
    let needs = |id: &&str| {
        let others: BTreeSet<&String> =
            nodes.get(id).into_iter().flat_map(|node| needed(node)).filter_map(|it| purls.get(it)).collect();
        Some(json!({ "ref": purls.get(id)?, "dependsOn": others }))
    };
    let dependencies: Vec<Value> = used.iter().filter_map(needs).collect();
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "tools": [{ "name": "cargo xtask sbom" }],
            "component": { "type": "application", "name": "Pledgeboard", "version": env!("CARGO_PKG_VERSION") },
        },
        "components": components,
        "dependencies": dependencies,
    })
}

/// What a crate needs to run and to be built, but not to be tested.
fn needed(node: &Value) -> Vec<&str> {
    let wanted = |it: &&Value| list(&it["dep_kinds"]).any(|kind| kind["kind"] != "dev");
    list(&node["deps"]).filter(wanted).filter_map(|it| it["pkg"].as_str()).collect()
}

fn component(package: &Value, checksums: &BTreeMap<(String, String), String>) -> Value {
    let text = |name: &str| package[name].as_str().unwrap_or_default();
    let mut component = json!({
        "type": "library",
        "bom-ref": purl(package),
        "name": text("name"),
        "version": text("version"),
        "description": text("description"),
        "purl": purl(package),
    });
    if !text("license").is_empty() {
        // An older way to write "or".
        let expression = text("license").replace(" / ", " OR ").replace('/', " OR ");
        component["licenses"] = json!([{ "expression": expression }]);
    }
    let checksum = checksums.get(&(text("name").to_owned(), text("version").to_owned()));
    if let Some(checksum) = checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

fn purl(package: &Value) -> String {
    let text = |name: &str| package[name].as_str().unwrap_or_default();
    format!("pkg:cargo/{}@{}", text("name"), text("version"))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bill: &Value) -> Vec<&str> {
        list(&bill["components"]).filter_map(|it| it["name"].as_str()).collect()
    }

    #[test]
    fn the_bill_names_the_app_the_cipher_and_what_the_window_is_built_of() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write(folder.path())?;
        let read = |name: &str| -> Result<Value> {
            Ok(serde_json::from_slice(&std::fs::read(folder.path().join(name))?)?)
        };
        let crates = read("pledgeboard-crates.cdx.json")?;
        assert_eq!(crates["metadata"]["component"]["name"], "Pledgeboard");
        for name in [
            "pledgeboard",
            "pledgeboard-cli",
            "libsqlite3-sys",
            "openssl-sys",
            "openssl-src",
            "tauri",
            "sqlx",
        ] {
            assert!(names(&crates).contains(&name), "{name}");
        }
        for name in ["xtask", "pledgeboard-tests", "proptest", "fantoccini"] {
            assert!(!names(&crates).contains(&name), "{name} is not shipped");
        }
        let ui = read("pledgeboard-ui.cdx.json")?;
        for name in ["svelte", "pdfjs-dist", "@tauri-apps/api"] {
            assert!(names(&ui).contains(&name), "{name}");
        }
        for bill in [&crates, &ui] {
            assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&json!("CycloneDX"), &json!("1.5")));
            assert!(list(&bill["components"]).all(|it| it["version"].is_string() && it["purl"].is_string()));
        }
        let cipher = list(&crates["components"]).find(|it| it["name"] == "libsqlite3-sys").cloned();
        let cipher = cipher.unwrap_or_default();
        assert_eq!(cipher["licenses"], json!([{ "expression": "MIT" }]));
        assert_eq!(cipher["hashes"][0]["content"].as_str().map(str::len), Some(64));
        Ok(())
    }

    #[test]
    fn the_same_sources_give_the_same_bill() -> Result<()> {
        let (one, two) = (tempfile::tempdir()?, tempfile::tempdir()?);
        write(one.path())?;
        write(two.path())?;
        for name in ["pledgeboard-crates.cdx.json", "pledgeboard-ui.cdx.json"] {
            assert!(std::fs::read(one.path().join(name))? == std::fs::read(two.path().join(name))?, "{name}");
        }
        Ok(())
    }
}
