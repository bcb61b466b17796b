using System.Globalization;
using Modelwright.Registry;
using Spectre.Console;

namespace Modelwright.Cli.Output.Models;

/// <summary>One version for a person.</summary>
internal static class VersionPage
{
    /// <summary>Writes all of it.</summary>
    public static void Write(IAnsiConsole console, ModelVersion version)
    {
        Screen.Line(console, $"{Name(version)}{(version.Aliases.Count > 0 ? $" ({string.Join(", ", version.Aliases)})" : "")}");
        (string Title, string? Text)[] lines =
        [
            ("task", version.Task), ("target", version.Target), ("metric", version.Metric), ("model id", version.ModelId), ("package", $"sha256 {version.Sha256}"),
            ("bytes", version.Bytes.ToString(CultureInfo.InvariantCulture)), ("run", version.Run), ("data", version.Fingerprint),
            ("registered", $"{ModelsPage.Moment(version.Registered)} by {version.RegisteredBy}"), ("note", version.Note),
        ];
        foreach (var (title, text) in lines.Where(line => line.Text is not null))
        {
            Screen.Unbroken(console, $"  {title,-10} {text}");
        }

        var table = Screen.Table("metric", "model", "rows of", ">value", ">95 % interval");
        foreach (var figure in version.Figures)
        {
            var places = Numbers.Places(figure.Value);
            Screen.AddRow(table, figure.Metric, figure.Model, figure.Data, Numbers.Fixed(figure.Value, places), $"{Numbers.Fixed(figure.Lower, places)} … {Numbers.Fixed(figure.Upper, places)}");
        }

        if (version.Figures.Count > 0)
        {
            console.Write(table);
        }
    }

    /// <summary>Says what the package is now.</summary>
    public static void WriteRegistered(IAnsiConsole console, ModelVersion version) => Screen.Line(console, $"Registered as {Name(version)}.");

    /// <summary>Says where an alias stands now.</summary>
    public static void WriteAliased(IAnsiConsole console, ModelVersion version, string alias, bool isDropped) =>
        Screen.Line(console, isDropped ? $"'{alias}' of {version.Model} is gone; it stood at {Name(version)}." : $"{version.Model}@{alias} is {Name(version)} now.");

    /// <summary>Says where the package is.</summary>
    public static void WriteCopied(IAnsiConsole console, ModelVersion version, string path) => Screen.Unbroken(console, $"Wrote {Name(version)} to {path}");

    /// <summary>Says what is gone.</summary>
    public static void WriteRemoved(IAnsiConsole console, ModelVersion version) => Screen.Line(console, $"{Name(version)} is taken out; the log keeps that it was.");

    /// <summary>A version by its name and number.</summary>
    public static string Name(ModelVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.Model}@{version.Version}");
}
