using System.Globalization;

namespace Modelwright.Features;

/// <summary>Writes steps and settings as text of which no two are alike by accident.</summary>
internal static class PlanKey
{
    /// <summary>Names in quotes, quotes in names doubled.</summary>
    internal static string Names(IEnumerable<string> names) =>
        string.Join(',', names.Select(name => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'"));

    /// <summary>A step, the columns it is for (null for all) and its settings.</summary>
    internal static string Step(string name, IReadOnlyList<string>? columns, params ReadOnlySpan<(string Name, object Value)> settings)
    {
        var text = $"{name}({(columns is null ? "*" : Names(columns))}";
        foreach (var setting in settings)
        {
            text += string.Create(CultureInfo.InvariantCulture, $";{setting.Name}={setting.Value}");
        }

        return text + ")";
    }
}
