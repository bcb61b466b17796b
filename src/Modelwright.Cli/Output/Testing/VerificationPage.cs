using Modelwright.Runtime.Packaging.Attestations;
using Spectre.Console;

namespace Modelwright.Cli.Output.Testing;

/// <summary>The answer of 'verify' for a person.</summary>
internal static class VerificationPage
{
    private const int LettersOfAnId = 16;

    /// <summary>Writes a line a statement and the verdict.</summary>
    public static void Write(IAnsiConsole console, string path, AttestationCheck check, bool needsGate, bool isVerified)
    {
        if (check.All.Count > 0)
        {
            var table = Screen.Table("statement", "made", "says", "signed by", "");
            foreach (var one in check.All)
            {
                Screen.AddRow(table, one.Attestation.Kind, one.Attestation.Made ?? "", Says(one.Attestation), string.Join(", ", one.ValidKeys.Select(Short)), State(one));
            }

            console.Write(table);
        }

        foreach (var key in check.AbsentKeys)
        {
            Screen.Line(console, "Not signed", Color.Red, $"the key {Short(key)} signed nothing about this package.");
        }

        if (needsGate && check.Passed != true)
        {
            Screen.Line(console, "Gate", Color.Red, check.Passed == false ? "the newest signed test says that the package does not pass." : "no test of this package is signed. Run 'modelwright test PACKAGE --data FILE --key KEY'.");
        }

        Screen.Line(console, isVerified ? $"'{path}' is whole and signed." : $"'{path}' is whole, but it is not verified.", new Style(decoration: Decoration.Bold));
    }

    private static string Says(Attestation attestation) => attestation.Passed switch
    {
        true => "passed",
        false => "did not pass",
        null => "",
    };

    private static string State(CheckedAttestation one) => one switch
    {
        { IsForged: true } => "forged",
        { IsAbout: false } => "about another model or other evidence",
        { IsSound: true } => "sound",
        _ => "by no key that is trusted",
    };

    private static string Short(string id) => $"{id[..Math.Min(id.Length, LettersOfAnId)]}…";
}
