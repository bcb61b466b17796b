using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;

namespace Modelwright.Cli.Verbs;

/// <summary>'sign': states that a package is one's own, and signs what tests said of it.</summary>
internal static class SignVerb
{
    private const string Usage = "sign PACKAGE --key FILE [options]";

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = new Argument<string?>("PACKAGE") { HelpName = "PACKAGE", Description = "A model.mw that 'train' wrote.", Arity = ArgumentArity.ZeroOrOne };
        var key = Entry.Text("--key", "FILE", "The private key, as PEM: ECDSA on P-256, P-384 or P-521.");
        var created = Entry.Text("--new-key", "FILE", "Makes a pair of keys first: the private one here, the public one beside it as FILE.public.pem. Never over a file that is there.");
        var output = Entry.Text("--output", "FILE", "Where the signed package goes; without it in place of the package.");
        output.Aliases.Add("-o");
        var json = Entry.Json();
        var verb = new Verb("sign", "Signs a package: its model, its evidence, and what tests said of it.")
        {
            Usage = Usage,
            Examples =
            [
                new("modelwright sign --new-key team.pem", "a pair of keys; give team.public.pem to those who check"),
                new("modelwright sign runs/churn/model.mw --key team.pem", "signs the package; its model id stays the same"),
                new("modelwright verify runs/churn/model.mw --key team.public.pem", "checks it, where it is used"),
            ],
            Closing = "Who has the private key signs in your name: keep it out of the folder of the model.",
        };
        verb.Arguments.Add(package);
        foreach (var option in (Option[])[key, created, output, json])
        {
            verb.Options.Add(option);
        }

        verb.SetAction(call =>
        {
            if (call.GetValue(package) is null && call.GetValue(created) is null)
            {
                throw new OptionsException($"There is nothing to sign. Name a package and a key, or make a key with --new-key: modelwright {Usage}");
            }

            var made = call.GetValue(created) is { } path ? KeyFile.Create(path) : default((string Public, string Id)?);
            var signed = call.GetValue(package) is { } model ? Sign(model, call.GetValue(key) ?? call.GetValue(created), call.GetValue(output) ?? model, host) : null;
            Tell(host, call.GetValue(json) || !host.OutputIsTerminal, made, signed);
            return ExitCode.Done;
        });
        return verb;
    }

    private static Signed Sign(string path, string? keyPath, string output, Host host)
    {
        using var key = KeyFile.Signing(keyPath ?? throw new OptionsException($"--key is missing: modelwright {Usage}"));
        var package = Package.Load(path);
        var statements = package.Attestations.Any(attestation => attestation.Kind == "maker" && attestation.IsAbout(package))
            ? package.Attestations
            : [.. package.Attestations, Maker(package, host.Time.GetUtcNow())];
        Attestation[] signed = [.. statements.Select(statement => statement.IsAbout(package) ? key.Sign(statement) : statement)];
        (package with { Attestations = signed }).Save(output);
        return new(output, package.ModelId, key.Id, signed.Count(statement => statement.IsAbout(package)));
    }

    private static Attestation Maker(Package package, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", "maker");
            writer.WriteString("model_id", package.ModelId);
            writer.WriteString("evidence", package.EvidenceHash);
            writer.WriteString("made", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        return Attestation.Of(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Tell(Host host, bool isForMachine, (string Public, string Id)? made, Signed? signed)
    {
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer =>
            {
                writer.WriteString("key", signed?.Key ?? made!.Value.Id);
                writer.WriteString("public_key", made?.Public);
                writer.WriteString("package", signed?.Path);
                writer.WriteString("model_id", signed?.ModelId);
                writer.WriteNumber("statements", signed?.Statements ?? 0);
            });
            return;
        }

        var console = Screen.Open(host, isForMachine: false);
        if (made is { } pair)
        {
            Screen.Line(console, $"A new pair of keys, {pair.Id[..16]}…. Give '{pair.Public}' to those who check; keep the other to yourself.");
        }

        if (signed is not null)
        {
            Screen.Line(console, $"'{signed.Path}' is signed by {signed.Key[..16]}…: {signed.Statements} statement{(signed.Statements == 1 ? "" : "s")} about model {signed.ModelId[..16]}….");
        }
    }

    private sealed record Signed(string Path, string ModelId, string Key, int Statements);
}
