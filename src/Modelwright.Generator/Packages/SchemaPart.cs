using System.Text;
using Modelwright.Generator.Records;

namespace Modelwright.Generator.Packages;

/// <summary>The columns that a model asks for, read from the part 'schema'.</summary>
internal static class SchemaPart
{
    private const string Feature = "Feature";

    /// <summary>The name of the task in small letters: 'Classification' is 'classification'.</summary>
    internal static string Task(RecordReader schema)
    {
        var text = new StringBuilder();
        foreach (var letter in schema.Text("task"))
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    internal static PackageInput[] Inputs(RecordReader schema)
    {
        var names = schema.Texts("names");
        var types = schema.Texts("types");
        var roles = schema.Texts("roles");
        var booleans = schema.Bytes("booleans");
        var counts = schema.Integers("levels_counts");
        var levels = schema.Texts("levels");
        if (types.Length != names.Length || roles.Length != names.Length || booleans.Length != names.Length || counts.Length != names.Length)
        {
            throw UnusablePackageException.Damaged("the columns of its schema do not have a type, a role and levels each");
        }

        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw UnusablePackageException.Damaged($"two columns of its schema are named '{twice.Key}'");
        }

        var inputs = new List<PackageInput>();
        var first = 0L;
        for (var column = 0; column < names.Length; column++)
        {
            if (counts[column] < 0 || first + counts[column] > levels.Length)
            {
                throw UnusablePackageException.Damaged("the columns of its schema claim other levels than are there");
            }

            if (roles[column] == Feature)
            {
                var words = levels.AsSpan((int)first, counts[column]);
                inputs.Add(new(names[column], Type(names[column], types[column], booleans[column] != 0 && BooleanWords.AreIn(words))));
            }

            first += counts[column];
        }

        PackageLimits.Check("inputs", [.. inputs.Select(input => input.Name)], PackageLimits.MostInputs);
        return [.. inputs];
    }

    private static InputType Type(string name, string type, bool isBoolean) => type switch
    {
        "Number" => InputType.Number,
        "Category" => isBoolean ? InputType.Boolean : InputType.Category,
        "Text" => InputType.Text,
        "Time" => InputType.Time,
        _ => throw UnusablePackageException.Newer($"its input '{name}' is of type '{type}', which is not known here"),
    };
}
