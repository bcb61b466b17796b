using Modelwright.Generator.Packages;

namespace Modelwright.Generator.Writing;

/// <summary>Writes the answer to a row: a value without a reference to anything where the classes are few.</summary>
internal static class AnswerSource
{
    /// <summary>So many probabilities are fields of their own; more of them are an array, which copies faster.</summary>
    private const int MostFields = 16;

    internal static void Add(CodeLines lines, PackageShape package)
    {
        lines.Add("");
        if (package.Answers == AnswerKind.Number)
        {
            lines.Add(
                "/// <summary>The answer to one row.</summary>",
                "/// <param name=\"Value\">The number, in the unit of the target.</param>",
                "/// <param name=\"Interval\">Where the true number is as often as the level of the model says; null where it has no intervals.</param>",
                "public readonly record struct Answer(double Value, global::Modelwright.Runtime.Prediction.Rules.Interval? Interval);");
            return;
        }

        lines.Add("/// <summary>The answer to one row.</summary>").Open("public readonly record struct Answer");
        if (package.Classes.Count <= MostFields)
        {
            AddFields(lines, package.Classes.Count);
        }
        else
        {
            AddArray(lines);
        }

        lines.Close();
    }

    private static void AddFields(CodeLines lines, int classes)
    {
        for (var place = 0; place < classes; place++)
        {
            lines.Add($"private readonly double _probability{place};");
        }

        lines.Add("").Open("internal Answer(Label label, global::System.ReadOnlySpan<double> probabilities)").Add("Label = label;");
        for (var place = 0; place < classes; place++)
        {
            lines.Add($"_probability{place} = probabilities[{place}];");
        }

        lines.Close();
        AddLabel(lines);
        lines.Open("public double Probability(Label label) => (int)label switch");
        for (var place = 0; place < classes; place++)
        {
            lines.Add($"{place} => _probability{place},");
        }

        lines.Add("_ => throw new global::System.ArgumentOutOfRangeException(nameof(label), label, \"There is no such class. Take one of the enumeration.\"),");
        lines.Close("};");
    }

    private static void AddArray(CodeLines lines)
    {
        lines.Add("private readonly double[]? _probabilities;", "");
        lines.Open("internal Answer(Label label, global::System.ReadOnlySpan<double> probabilities)");
        lines.Add("Label = label;", "_probabilities = probabilities.ToArray();").Close();
        AddLabel(lines);
        lines.Open("public double Probability(Label label)");
        lines.Add(
            "var position = (int)label;",
            "return position >= 0 && position < ModelClasses.Length",
            "    ? _probabilities is null ? 0 : _probabilities[position]",
            "    : throw new global::System.ArgumentOutOfRangeException(nameof(label), label, \"There is no such class. Take one of the enumeration.\");").Close();
        lines.Add("", "/// <summary>Whether class and probabilities are the same.</summary>", "/// <param name=\"other\">Another answer.</param>");
        lines.Open("public bool Equals(Answer other)").Add(
            "return Label == other.Label && global::System.MemoryExtensions.SequenceEqual(new global::System.ReadOnlySpan<double>(_probabilities), new global::System.ReadOnlySpan<double>(other._probabilities));").Close();
        lines.Add("", "/// <inheritdoc/>", "public override int GetHashCode() => global::System.HashCode.Combine(Label, LabelProbability);");
    }

    private static void AddLabel(CodeLines lines) => lines.Add(
        "",
        "/// <summary>The answered class, by the decision of the model or else the most probable.</summary>",
        "public Label Label { get; }",
        "",
        "/// <summary>How probable the answered class is, 0 to 1. With a threshold or costs another class may be more probable.</summary>",
        "public double LabelProbability => Probability(Label);",
        "",
        "/// <summary>How probable a class is.</summary>",
        "/// <param name=\"label\">The class.</param>",
        "/// <returns>0 to 1; over all classes the sum is 1.</returns>",
        "/// <exception cref=\"global::System.ArgumentOutOfRangeException\">There is no such class.</exception>");
}
