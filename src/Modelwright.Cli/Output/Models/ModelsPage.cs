using System.Globalization;
using Modelwright.Registry;
using Spectre.Console;

namespace Modelwright.Cli.Output.Models;

/// <summary>Registered models for a person.</summary>
internal static class ModelsPage
{
    /// <summary>Writes a line a model.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<RegisteredModel> models)
    {
        if (models.Count == 0)
        {
            Screen.Line(console, "No model is registered. 'modelwright models register PACKAGE --name NAME' registers one.");
            return;
        }

        var table = Screen.Table("model", ">versions", "champion", "figure", "other aliases");
        foreach (var model in models)
        {
            var others = model.Aliases.Where(alias => alias.Key != ModelRegistry.Champion).Select(alias => string.Create(CultureInfo.InvariantCulture, $"{alias.Key}: {alias.Value}"));
            Screen.AddRow(table, model.Name, Whole(model.Versions.Count), model.Champion is { } champion ? Whole(champion.Version) : "none", Figure(model.Champion ?? model.Versions[0]), string.Join(", ", others));
        }

        console.Write(table);
    }

    /// <summary>Writes a line a version of one model.</summary>
    public static void WriteModel(IAnsiConsole console, RegisteredModel model)
    {
        var table = Screen.Table(">version", "aliases", "figure", "registered (UTC)", "by", "model id", "note");
        foreach (var version in model.Versions)
        {
            Screen.AddRow(table, Whole(version.Version), string.Join(", ", version.Aliases), Figure(version), Moment(version.Registered), version.RegisteredBy, version.ModelId[..Math.Min(12, version.ModelId.Length)], version.Note ?? "");
        }

        Screen.Line(console, model.Name);
        console.Write(table);
    }

    /// <summary>The figure to quote, as a text.</summary>
    public static string Figure(ModelVersion version) => version.Figures is [var figure, ..] ? $"{figure.Metric} {Numbers.Fixed(figure.Value, Numbers.Places(figure.Value))}" : "";

    /// <summary>A time as a person reads it, in UTC.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
