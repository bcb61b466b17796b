using System.Globalization;
using Modelwright.Registry;
using Spectre.Console;

namespace Modelwright.Cli.Output.Models;

/// <summary>How a promotion ended, for a person.</summary>
internal static class PromotionPage
{
    /// <summary>Writes the verdict and what the gate said.</summary>
    public static void Write(IAnsiConsole console, Promotion promotion)
    {
        foreach (var said in promotion.Said)
        {
            Screen.Line(console, said);
        }

        var name = VersionPage.Name(promotion.Version);
        Screen.Line(console, promotion switch
        {
            { IsChampion: false } => $"Refused: {name} does not pass the gate. The champion {(promotion.Before is { } stays ? string.Create(CultureInfo.InvariantCulture, $"stays version {stays}") : "is still none")}.",
            { Forced: true } => $"Forced: {name} is champion now, though it does not pass the gate. The log keeps that and the reason.",
            _ => $"{name} is champion now{(promotion.Before is { } before && before != promotion.Version.Version ? string.Create(CultureInfo.InvariantCulture, $", in place of version {before}") : "")}.",
        });
    }
}
