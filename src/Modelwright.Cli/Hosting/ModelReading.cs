using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Cli.Hosting;

/// <summary>How rows for a model are read: as those that it was trained on.</summary>
internal static class ModelReading
{
    /// <summary>The options of a call, with what the model knows.</summary>
    /// <param name="package">The model.</param>
    /// <param name="read">What the call says.</param>
    /// <exception cref="OptionsException">The model was trained on joined tables that the call does not join, or on others.</exception>
    public static ReadOptions For(Package package, ReadOptions read) => For(JoinsOf(package), package.Model.Schema, read);

    /// <summary>The options of a call, with what is known of a model.</summary>
    /// <param name="trained">The tables that were joined in training.</param>
    /// <param name="schema">The columns of the model.</param>
    /// <param name="read">What the call says.</param>
    /// <exception cref="OptionsException">The model was trained on joined tables that the call does not join, or on others.</exception>
    public static ReadOptions For(IReadOnlyList<string> trained, Schema schema, ReadOptions read)
    {
        var given = read.Joins.Select(join => join.ToString()).ToArray();
        string[] faults =
        [
            .. trained.Except(given, StringComparer.Ordinal).Select(join => $"The model was trained with --join {join}, which this call lacks. Give --join FILE:{join[(join.IndexOf(':', StringComparison.Ordinal) + 1)..]}, where FILE is named '{join.Split(':')[0]}' as in training."),
            .. given.Except(trained, StringComparer.Ordinal).Select(join => $"--join {join} has no use: the model was not trained with it. Leave it out."),
        ];
        return faults.Length == 0
            ? ReadOptions.For(schema, read) with { JoinTime = schema.Columns.FirstOrDefault(column => column.Role == ColumnRole.Time)?.Name }
            : throw new OptionsException(string.Join('\n', faults));
    }

    // The plan may be of a later release, so only what is asked is looked at.
    private static string[] JoinsOf(Package package)
    {
        if (!package.PlanJson.Contains("\"joins\"", StringComparison.Ordinal))
        {
            return [];
        }

        using var plan = JsonDocument.Parse(package.PlanJson);
        return plan.RootElement.TryGetProperty("joins", out var joins) && joins.ValueKind == JsonValueKind.Array
            ? [.. joins.EnumerateArray().Select(join => join.GetString() ?? "")]
            : [];
    }
}
