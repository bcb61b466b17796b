using System.Globalization;
using System.Text.RegularExpressions;

namespace Modelwright.Server.Tests.Data;

/// <summary>
/// A strict reader of the text format of Prometheus, version 0.0.4, written from its specification
/// (https://prometheus.io/docs/instrumenting/exposition_formats/): what is not as it says is an error.
/// </summary>
internal sealed partial class PrometheusText
{
    private readonly List<(string Name, IReadOnlyDictionary<string, string> Labels, double Value)> _samples = [];
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _helped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private readonly HashSet<string> _series = new(StringComparer.Ordinal);
    private string _family = "";

    public IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Labels, double Value)> Samples => _samples;

    /// <summary>The type of each family that says it.</summary>
    public IReadOnlyDictionary<string, string> Types => _types;

    /// <exception cref="FormatException">A line is not as the format says, or lines contradict each other.</exception>
    public static PrometheusText Parse(string text)
    {
        var read = new PrometheusText();
        if (text.Length > 0 && !text.EndsWith('\n'))
        {
            throw new FormatException("The last line does not end with a line feed.");
        }

        foreach (var line in text.Split('\n')[..^1])
        {
            read.Line(line);
        }

        foreach (var (family, type) in read._types.Where(entry => entry.Value == "histogram"))
        {
            read.CheckHistogram(family);
        }

        return read;
    }

    /// <summary>The value of the only sample of a name with these labels.</summary>
    public double Value(string name, params (string Name, string Value)[] labels) =>
        _samples.Single(sample => sample.Name == name && labels.All(label => sample.Labels.TryGetValue(label.Name, out var value) && value == label.Value)).Value;

    private void Line(string line)
    {
        if (line.Trim(' ', '\t').Length == 0)
        {
            return;
        }

        if (line[0] == '#')
        {
            Comment(line);
            return;
        }

        var match = SampleLine().Match(line);
        if (!match.Success)
        {
            throw new FormatException($"This is no sample: {line}");
        }

        var labels = Labels(match.Groups["labels"].Value, line);
        var name = match.Groups["name"].Value;
        Enter(FamilyOf(name), line);
        if (!_series.Add($"{name}{{{string.Join(',', labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"))}}}"))
        {
            throw new FormatException($"This sample was there before: {line}");
        }

        _samples.Add((name, labels, Number(match.Groups["value"].Value, line)));
    }

    private void Comment(string line)
    {
        var match = CommentLine().Match(line);
        if (!match.Success)
        {
            if (line.StartsWith("# HELP", StringComparison.Ordinal) || line.StartsWith("# TYPE", StringComparison.Ordinal))
            {
                throw new FormatException($"This comment is not as its first word asks: {line}");
            }

            return;
        }

        var name = match.Groups["name"].Value;
        Enter(name, line);
        var isNew = match.Groups["word"].Value == "HELP"
            ? _helped.Add(name)
            : _types.TryAdd(name, match.Groups["text"].Value is "counter" or "gauge" or "histogram" or "summary" or "untyped" ? match.Groups["text"].Value : throw new FormatException($"This is no type: {line}"))
                && !_samples.Any(sample => FamilyOf(sample.Name) == name);
        if (!isNew)
        {
            throw new FormatException($"It was said before, or after samples: {line}");
        }
    }

    // All lines of a family stand together.
    private void Enter(string family, string line)
    {
        if (family == _family)
        {
            return;
        }

        if (!_ended.Add(_family) || _ended.Contains(family))
        {
            throw new FormatException($"Lines of '{family}' do not stand together: {line}");
        }

        _family = family;
    }

    private string FamilyOf(string name)
    {
        foreach (var end in new[] { "_bucket", "_sum", "_count" })
        {
            if (name.EndsWith(end, StringComparison.Ordinal) && _types.TryGetValue(name[..^end.Length], out var type) && type is "histogram" or "summary")
            {
                return name[..^end.Length];
            }
        }

        return name;
    }

    private static Dictionary<string, string> Labels(string text, string line)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var rest = text; rest.Length > 0;)
        {
            var match = Label().Match(rest);
            if (!match.Success || !labels.TryAdd(match.Groups["name"].Value, Unescaped().Replace(match.Groups["value"].Value, one => one.Value == "\\n" ? "\n" : one.Value[1..])))
            {
                throw new FormatException($"These labels cannot be read: {line}");
            }

            rest = rest[match.Length..];
        }

        return labels;
    }

    private static double Number(string text, string line) => text switch
    {
        "NaN" => double.NaN,
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : throw new FormatException($"'{text}' is no number: {line}"),
    };

    // Buckets grow, the last is +Inf, and it holds as many as are counted.
    private void CheckHistogram(string family)
    {
        var groups = _samples.Where(sample => sample.Name == $"{family}_bucket").GroupBy(sample => Key(sample.Labels));
        foreach (var group in groups)
        {
            var buckets = group.Select(sample => (Edge: Number(sample.Labels["le"], family), sample.Value)).ToArray();
            var isGrowing = buckets.Zip(buckets.Skip(1)).All(pair => pair.First.Edge < pair.Second.Edge && pair.First.Value <= pair.Second.Value);
            var count = _samples.Single(sample => sample.Name == $"{family}_count" && Key(sample.Labels) == group.Key).Value;
            if (!isGrowing || !double.IsPositiveInfinity(buckets[^1].Edge) || buckets[^1].Value != count || !_samples.Any(sample => sample.Name == $"{family}_sum" && Key(sample.Labels) == group.Key))
            {
                throw new FormatException($"The buckets of '{family}' do not add up: {group.Key}");
            }
        }
    }

    private static string Key(IReadOnlyDictionary<string, string> labels) => string.Join(',', labels.Where(label => label.Key != "le").OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"));

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:[ \t]*\{(?<labels>(?:[^"}]|"(?:[^"\\]|\\.)*")*)\})?[ \t]+(?<value>\S+)(?:[ \t]+-?[0-9]+)?[ \t]*$""")]
    private static partial Regex SampleLine();

    [GeneratedRegex("""^#[ \t]+(?<word>HELP|TYPE)[ \t]+(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)[ \t]+(?<text>.*)$""")]
    private static partial Regex CommentLine();

    [GeneratedRegex("""^[ \t]*(?<name>[a-zA-Z_][a-zA-Z0-9_]*)[ \t]*=[ \t]*"(?<value>(?:[^"\\\n]|\\[\\"n])*)"[ \t]*(?:,|$)""")]
    private static partial Regex Label();

    [GeneratedRegex("""\\[\\"n]""")]
    private static partial Regex Unescaped();
}
