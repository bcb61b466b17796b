using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Testing;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;

namespace Modelwright.Cli.Verbs;

/// <summary>'verify': whether a package is whole, and whose keys signed what about it.</summary>
internal static class VerifyVerb
{
    private const string Usage = "verify PACKAGE --key FILE [options]";

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "A package that 'sign' signed.");
        var key = Entry.Texts("--key", "FILE", "A key that is trusted, as PEM; may be given several times, and then each must have signed.");
        var gate = Entry.Flag("--needs-gate", "Asks for a signed statement that the package passed its gate as well; the newest counts.");
        var json = Entry.Json();
        var verb = new Verb("verify", "Checks that a package is whole and signed by keys that are trusted.")
        {
            Usage = Usage,
            Examples =
            [
                new("modelwright verify model.mw --key team.public.pem", "exit code 0 where the team signed this very package, else 1"),
                new("modelwright verify model.mw --key team.public.pem --needs-gate", "and where a test that passed is signed as well"),
            ],
            Closing = "Exit code 1: it is not signed by every key, a signature is forged, or no passed gate is signed.",
        };
        verb.Arguments.Add(package);
        foreach (var option in (Option[])[key, gate, json])
        {
            verb.Options.Add(option);
        }

        verb.SetAction(call => Verify(call.GetRequiredValue(package), call.GetValue(key) ?? [], call.GetValue(gate), host, call.GetValue(json) || !host.OutputIsTerminal));
        return verb;
    }

    private static int Verify(string path, string[] keyPaths, bool needsGate, Host host, bool isForMachine)
    {
        if (keyPaths.Length == 0)
        {
            throw new OptionsException($"--key is missing, and without a key that is trusted nothing is proven: modelwright {Usage}");
        }

        var reader = new CallReader();
        VerifyingKey?[] keys = [.. keyPaths.Select(keyPath => reader.Read(() => KeyFile.Verifying(keyPath)))];
        try
        {
            reader.Check();
            var package = Package.Load(path);
            var check = AttestationCheck.Of(package, keys!);
            var isVerified = check.IsVerified && (!needsGate || check.Passed == true);
            if (isForMachine)
            {
                JsonAnswer.Write(host.Output, writer => VerificationDocument.Write(writer, package, check, isVerified));
            }
            else
            {
                VerificationPage.Write(Screen.Open(host, isForMachine: false), path, check, needsGate, isVerified);
            }

            return isVerified ? ExitCode.Done : ExitCode.AnswerIsNo;
        }
        finally
        {
            foreach (var key in keys)
            {
                key?.Dispose();
            }
        }
    }
}
