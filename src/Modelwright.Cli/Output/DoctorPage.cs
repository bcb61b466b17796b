using Modelwright.Machine;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'doctor' for a person.</summary>
internal static class DoctorPage
{
    /// <summary>Writes a line a check, what to do about those that are not well, and the sum.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<MachineCheck> checks)
    {
        var table = Screen.Table("", "what", "found", "for");
        foreach (var check in checks)
        {
            Screen.AddRow(table, check.State.ToString().ToLowerInvariant(), check.Name, check.Found, check.Purpose);
        }

        console.Write(table);
        foreach (var check in checks.Where(check => check.Remedy is not null))
        {
            Screen.Line(console, $"{check.State} {check.Name}", check.State == CheckState.Missing ? Color.Red : Color.Yellow, check.Remedy!);
        }

        var missing = checks.Count(check => check.State == CheckState.Missing);
        var warnings = checks.Count(check => check.State == CheckState.Warning);
        Screen.Line(console, missing == 0 ? $"All there, {Numbers.Count(warnings)} warnings." : $"{Numbers.Count(missing)} missing, {Numbers.Count(warnings)} warnings.", new Style(decoration: Decoration.Bold));
    }
}
