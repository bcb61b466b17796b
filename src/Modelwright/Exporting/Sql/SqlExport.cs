using System.Globalization;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Exporting.Sql;

/// <summary>A model as one SELECT for DuckDB and PostgreSQL: a chain of WITH queries, each of which reckons what can be reckoned of the one before.</summary>
/// <param name="ground">What is exported.</param>
/// <param name="table">The table that is scored.</param>
internal sealed class SqlExport(ExportGround ground, string table)
{
    /// <summary>Trees that one expression adds up; more would be nested too deeply for a parser.</summary>
    private const int TreesTogether = 25;

    private readonly Dictionary<int, string[]> _places = [];
    private readonly Dictionary<string, (string Expression, int Layer)> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _layers = [];

    /// <summary>Writes the statement.</summary>
    internal void Write(TextWriter writer, CancellationToken cancellation)
    {
        foreach (var node in ground.Formula.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(node);
        }

        writer.WriteLine($"-- {ground.Task} of {ground.Target.ReplaceLineEndings(" ")}, model {ground.ModelId}, exported by Modelwright for DuckDB and PostgreSQL.");
        writer.WriteLine($"-- Put your own table in the place of {SqlText.Name(table).ReplaceLineEndings(" ")}; it has the columns that the model reads, NULL where a value is missing.");
        Layers(writer);
        Answer(writer);
    }

    private void Add(FormulaNode node)
    {
        IReadOnlyList<string>[] operands = [.. node.Operands.Select(operand => _places[operand.Position])];
        var layer = node.Operands.Count == 0 ? 0 : node.Operands.Max(operand => _layers[operand.Position]) + 1;
        (_places[node.Position], _layers[node.Position]) = node.Operation switch
        {
            FormulaOperation.Constant => ([.. node.Numbers.Select(SqlText.Number)], 0),
            FormulaOperation.Join => ([.. operands.SelectMany(operand => operand)], layer - 1),
            FormulaOperation.Take => ([.. node.Places.Select(place => operands[0][place])], layer - 1),
            FormulaOperation.Number => (Named(node, [$"CAST({SqlText.Name(node.Name)} AS float8)"], 0), 0),
            FormulaOperation.Category => (Named(node, [Code(ground.Formula.Inputs.First(input => input.Name == node.Name))], 0), 0),
            FormulaOperation.Trees => Trees(node, operands[0], layer),
            _ => (Named(node, SqlExpressions.Of(node, operands), layer), layer),
        };
    }

    /// <summary>Gives expressions names of a layer.</summary>
    private string[] Named(FormulaNode node, string[] expressions, int layer, string part = "") =>
    [
        .. expressions.Select((expression, place) =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"mw{node.Position}{part}_{place}");
            _named.Add(name, (expression, layer));
            return name;
        }),
    ];

    /// <summary>Sums of some trees first, then the sum of these.</summary>
    private (string[] Places, int Layer) Trees(FormulaNode node, IReadOnlyList<string> inputs, int layer)
    {
        var arrays = TreeArrays.Of(node.Trees!);
        var parts = Enumerable.Range(0, node.Width).Select(_ => new List<string>()).ToArray();
        for (var tree = 0; tree < node.Trees!.Trees.Count; tree++)
        {
            var width = arrays.Counts[(tree * TreeArrays.TreeNumbers) + 2];
            for (var value = 0; value < width; value++)
            {
                parts[width == 1 ? tree % node.Width : value].Add(SqlTrees.Of(node.Trees.Trees[tree], inputs, (value, width)));
            }
        }

        string[][] sums = [.. parts.Select((trees, output) => Named(node, [.. trees.Chunk(TreesTogether).Select(some => $"CAST({string.Join(" + ", some)} AS float8)")], layer, string.Create(CultureInfo.InvariantCulture, $"o{output}")))];
        var scores = sums.Select((some, output) => $"{SqlText.Number(arrays.Start[output])} + ({string.Join(" + ", some.Prepend("0e0"))}) / {SqlText.Number(arrays.Divisors[output])}");
        return (Named(node, [.. scores], layer + 1), layer + 1);
    }

    private static string Code(FormulaInput input)
    {
        var name = SqlText.Name(input.Name);
        var missing = input.MissingMarkers.Select(marker => $" WHEN {SqlText.Text(marker)} THEN (-1e0)");
        var levels = input.Levels.Select((level, code) => $" WHEN {SqlText.Text(level)} THEN {SqlText.Number(code)}");
        return $"CASE WHEN {name} IS NULL THEN (-1e0) ELSE CASE CAST({name} AS VARCHAR) WHEN '' THEN (-1e0){string.Concat(missing)}{string.Concat(levels)} ELSE {SqlText.Number(input.Levels.Count)} END END";
    }

    /// <summary>One query a layer; a name is carried on for as long as a later layer, or the answer, reads it.</summary>
    private void Layers(TextWriter writer)
    {
        var last = _named.Values.Max(value => value.Layer);
        var answer = _places[ground.Formula.Answer.Position].ToHashSet(StringComparer.Ordinal);
        var readUntil = ReadUntil(last, answer);
        var inputs = ground.Formula.Inputs.Select(input => SqlText.Name(input.Name)).ToArray();
        for (var layer = 0; layer <= last; layer++)
        {
            var carried = _named.Where(entry => entry.Value.Layer < layer && readUntil.GetValueOrDefault(entry.Key, -1) >= layer).Select(entry => entry.Key);
            var made = _named.Where(entry => entry.Value.Layer == layer).Select(entry => $"{entry.Value.Expression} AS {entry.Key}");
            var from = layer == 0 ? SqlText.Name(table) : string.Create(CultureInfo.InvariantCulture, $"modelwright_{layer - 1}");
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{(layer == 0 ? "WITH" : ",")} modelwright_{layer} AS MATERIALIZED (SELECT "));
            writer.Write(string.Join(",\n  ", [.. inputs, .. carried, .. made]));
            writer.WriteLine($"\nFROM {from})");
        }
    }

    /// <summary>For each name the last layer that reads it.</summary>
    private Dictionary<string, int> ReadUntil(int last, HashSet<string> answer)
    {
        var until = answer.ToDictionary(name => name, _ => last + 1, StringComparer.Ordinal);
        foreach (var node in ground.Formula.Nodes.Where(node => node.Operation is not (FormulaOperation.Join or FormulaOperation.Take or FormulaOperation.Constant)))
        {
            foreach (var name in node.Operands.SelectMany(operand => _places[operand.Position]))
            {
                until[name] = Math.Max(until.GetValueOrDefault(name, -1), _layers[node.Position]);
            }

            if (node.Operation == FormulaOperation.Trees)
            {
                foreach (var name in _named.Keys.Where(name => name.StartsWith(string.Create(CultureInfo.InvariantCulture, $"mw{node.Position}o"), StringComparison.Ordinal)))
                {
                    until[name] = _layers[node.Position];
                }
            }
        }

        return until;
    }

    private void Answer(TextWriter writer)
    {
        var places = _places[ground.Formula.Answer.Position];
        var classes = ground.Formula.Classes;
        var inputs = ground.Formula.Inputs.Select(input => SqlText.Name(input.Name));
        var answers = classes.Count == 0
            ? [$"{places[0]} AS {SqlText.Name("prediction")}"]
            : (string[])[$"{Label(places, classes)} AS {SqlText.Name("prediction")}", .. classes.Select((name, place) => $"{places[place]} AS {SqlText.Name($"probability_{name}")}")];
        writer.WriteLine($"SELECT {string.Join(", ", [.. inputs, .. answers])}");
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"FROM modelwright_{_named.Values.Max(value => value.Layer)};"));
    }

    private string Label(string[] places, IReadOnlyList<string> classes)
    {
        if (ground.Rules.Decision?.Threshold is { } threshold)
        {
            var positive = ground.Rules.Decision.Positive;
            return $"CASE WHEN {places[positive]} >= {SqlText.Number(threshold)} THEN {SqlText.Text(classes[positive])} ELSE {SqlText.Text(classes[1 - positive])} END";
        }

        var costs = Costs(places, ground.Rules.Decision);
        var best = $"LEAST({string.Join(", ", costs)})";
        return $"CASE {string.Concat(classes.Select((name, place) => $"WHEN {costs[place]} = {best} THEN {SqlText.Text(name)} "))}END";
    }

    /// <summary>The expected cost of each answer; without costs what is smallest where the probability is largest.</summary>
    private static string[] Costs(string[] places, ClassDecision? decision) => decision?.Costs is { } costs
        ? [.. places.Select((_, answer) => $"({string.Join(" + ", places.Select((place, truth) => $"{place} * {SqlText.Number(costs[(truth * places.Length) + answer])}"))})")]
        : [.. places.Select(place => $"(-{place})")];
}
