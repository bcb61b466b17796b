using System.Globalization;
using Modelwright.Registry;
using Spectre.Console;

namespace Modelwright.Cli.Output.Models;

/// <summary>The log of a model for a person.</summary>
internal static class ModelLogPage
{
    /// <summary>Writes a line a change, the newest first.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<ModelChange> changes)
    {
        var table = Screen.Table(">nr", "time (UTC)", "who", "what", "alias", ">from", ">to", "why");
        foreach (var change in changes)
        {
            Screen.AddRow(table, Whole(change.Position), ModelsPage.Moment(change.Time), change.By, change.Action.ToString().ToLowerInvariant() + (change.Forced ? " (forced)" : ""), change.Alias ?? "", Whole(change.From), Whole(change.To), change.Reason ?? "");
        }

        console.Write(table);
    }

    private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
