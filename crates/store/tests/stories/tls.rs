//! An encrypted way to a shared board's server, and certificates that are not accepted. Told on a server of its own.

use std::path::{Path, PathBuf};

use openssl::{
    asn1::Asn1Time,
    bn::BigNum,
    hash::MessageDigest,
    pkey::PKey,
    rsa::Rsa,
    x509::{
        X509, X509NameBuilder,
        extension::{BasicConstraints, SubjectAlternativeName},
    },
};
use pledgeboard_store::Store;
use pledgeboard_test_server::Server;

/// A certificate for a name that vouches for itself, and its key, both PEM.
fn certificate(name: &str) -> (Vec<u8>, Vec<u8>) {
    let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
    let mut called = X509NameBuilder::new().unwrap();
    called.append_entry_by_text("CN", name).unwrap();
    let called = called.build();
    let mut certificate = X509::builder().unwrap();
    certificate.set_version(2).unwrap();
    certificate.set_serial_number(&BigNum::from_u32(1).unwrap().to_asn1_integer().unwrap()).unwrap();
    certificate.set_subject_name(&called).unwrap();
    certificate.set_issuer_name(&called).unwrap();
    certificate.set_pubkey(&key).unwrap();
    certificate.set_not_before(&Asn1Time::days_from_now(0).unwrap()).unwrap();
    certificate.set_not_after(&Asn1Time::days_from_now(30).unwrap()).unwrap();
    certificate.append_extension(BasicConstraints::new().critical().ca().build().unwrap()).unwrap();
    let also =
        SubjectAlternativeName::new().dns(name).build(&certificate.x509v3_context(None, None)).unwrap();
    certificate.append_extension(also).unwrap();
    certificate.sign(&key, MessageDigest::sha256()).unwrap();
    (certificate.build().to_pem().unwrap(), key.private_key_to_pem_pkcs8().unwrap())
}

/// A board on a server that shows a certificate for `name`, and a file with that certificate.
async fn board(folder: &Path, name: &str) -> (Server, String, PathBuf) {
    let server = Server::start().unwrap();
    let address = pledgeboard_test_place::database(&server.address()).await;
    Store::create(Path::new(&address)).await.unwrap().close().await;
    let (shown, key) = certificate(name);
    server.with_tls(&shown, &key).unwrap();
    let trusted = folder.join(format!("{name}.pem"));
    std::fs::write(&trusted, shown).unwrap();
    (server, address.replacen("127.0.0.1", "localhost", 1), trusted)
}

fn asking(address: &str, trusted: &Path) -> PathBuf {
    format!("{address}?sslmode=verify-full&sslrootcert={}", trusted.display()).into()
}

async fn refused(address: &Path) -> String {
    let refused = Store::open(address).await.unwrap_err().into_refusal();
    assert_eq!(refused.field, Some("address"), "{}", refused.message);
    refused.message
}

#[tokio::test]
async fn a_server_is_believed_by_the_certificate_that_was_chosen_and_by_its_name() {
    if std::env::var_os(pledgeboard_test_place::SERVER).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (_server, address, trusted) = board(folder.path(), "localhost").await;
    let store = Store::open(&asking(&address, &trusted)).await.unwrap();
    store.read().await.unwrap().latest_entry().await.unwrap();
    store.close().await;

    let another = folder.path().join("another.pem");
    std::fs::write(&another, certificate("localhost").0).unwrap();
    let message = refused(&asking(&address, &another)).await;
    assert!(message.starts_with("The server’s certificate was not accepted"), "{message}");
    let message = refused(&asking(&address, &folder.path().join("nothing.pem"))).await;
    assert!(message.contains("certificate file"), "{message}");

    // The right certificate, shown by who has another name.
    let (_server, address, trusted) = board(folder.path(), "db.anytown.gov.uk").await;
    let message = refused(&asking(&address, &trusted)).await;
    assert!(message.starts_with("The server’s certificate was not accepted"), "{message}");
}

#[tokio::test]
async fn a_server_without_encryption_is_refused_who_asks_for_it() {
    if std::env::var_os(pledgeboard_test_place::SERVER).is_none() {
        return;
    }
    let server = Server::start().unwrap();
    let address = pledgeboard_test_place::database(&server.address()).await;
    let message = refused(format!("{address}?sslmode=verify-full").as_ref()).await;
    assert!(message.starts_with("The server’s certificate was not accepted"), "{message}");
}
