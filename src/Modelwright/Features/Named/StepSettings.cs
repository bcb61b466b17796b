using System.Globalization;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features.Named;

/// <summary>The options of a step that was found sound, each with its default where it was left out.</summary>
internal sealed class StepSettings(StepCall call)
{
    /// <summary>The columns named; null for all of the step's types.</summary>
    internal IReadOnlyList<string>? Columns => call.Targets.Count == 0 ? null : [.. call.Targets.Where(target => target.Second is null).Select(target => target.First)];

    /// <summary>The pairs named; null for all.</summary>
    internal IReadOnlyList<ColumnPair>? Pairs => call.Targets.Count == 0 ? null : [.. call.Targets.Where(target => target.Second is not null).Select(target => new ColumnPair(target.First, target.Second!))];

    /// <summary>Whether the columns stay beside what is made of them.</summary>
    internal bool Keeps => Flag("keep", false);

    internal double Number(string name, double fallback) => NumberOrNone(name) ?? fallback;

    internal double? NumberOrNone(string name) => Find(name) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A number for texts, which says where it is the default.</summary>
    internal string Shown(string name, double fallback) => Find(name) ?? string.Create(CultureInfo.InvariantCulture, $"{fallback} (its default)");

    internal int Whole(string name, int fallback) => (int)Number(name, fallback);

    internal bool Flag(string name, bool fallback) => Find(name) is { } value ? value == "yes" : fallback;

    internal string? Find(string name) => call.Settings.Where(setting => setting.Name == name).Select(setting => setting.Value).LastOrDefault();
}
