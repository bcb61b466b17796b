using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Sql;

/// <summary>The places of a node as SQL expressions over the places of its operands. A missing number is NULL.</summary>
internal static class SqlExpressions
{
    /// <summary>Beyond these an exponential is 0, or too large, to the last digit; PostgreSQL takes both for an error.</summary>
    private const string LowestExponent = "(-700e0)";
    private const string HighestExponent = "700e0";

    private static readonly Dictionary<FormulaOperation, Func<string, string>> OfOne = new()
    {
        [FormulaOperation.Missing] = value => $"CASE WHEN {value} IS NULL THEN 1e0 ELSE 0e0 END",
        [FormulaOperation.Absolute] = value => $"ABS({value})",
        [FormulaOperation.SquareRoot] = value => $"SQRT({value})",
        [FormulaOperation.Exponential] = Exponential,
        [FormulaOperation.Logarithm] = value => $"LN({value})",
        [FormulaOperation.LogarithmOfOnePlus] = value => $"LN(1e0 + {value})",
        [FormulaOperation.Sigmoid] = value => $"(1e0 / (1e0 + {Exponential($"-({value})")}))",
        [FormulaOperation.CosineOfTurns] = value => $"COS(6.283185307179586e0 * ({value} - ROUND({value})))",
    };

    private static readonly Dictionary<FormulaOperation, Func<string, string, string>> OfTwo = new()
    {
        [FormulaOperation.Add] = (first, second) => $"({first} + {second})",
        [FormulaOperation.Subtract] = (first, second) => $"({first} - {second})",
        [FormulaOperation.Multiply] = (first, second) => $"({first} * {second})",
        [FormulaOperation.Divide] = (first, second) => $"({first} / NULLIF({second}, 0e0))",
        [FormulaOperation.Minimum] = (first, second) => $"CASE WHEN {first} IS NULL OR {second} IS NULL THEN NULL WHEN {first} < {second} THEN {first} ELSE {second} END",
        [FormulaOperation.Maximum] = (first, second) => $"CASE WHEN {first} IS NULL OR {second} IS NULL THEN NULL WHEN {first} > {second} THEN {first} ELSE {second} END",
        [FormulaOperation.AtMost] = (first, second) => $"CASE WHEN {first} <= {second} THEN 1e0 ELSE 0e0 END",
        [FormulaOperation.Below] = (first, second) => $"CASE WHEN {first} < {second} THEN 1e0 ELSE 0e0 END",
        [FormulaOperation.Same] = (first, second) => $"CASE WHEN {first} = {second} THEN 1e0 ELSE 0e0 END",
    };

    /// <summary>The expressions of a node.</summary>
    /// <param name="node">Any node but an input, a constant, a join or a choice of places.</param>
    /// <param name="operands">What stands for the places of each operand.</param>
    internal static string[] Of(FormulaNode node, IReadOnlyList<string>[] operands)
    {
        string At(int operand, int place) => operands[operand][operands[operand].Count == 1 ? 0 : place];
        if (OfOne.TryGetValue(node.Operation, out var one))
        {
            return Each(node.Width, place => one(At(0, place)));
        }

        if (OfTwo.TryGetValue(node.Operation, out var two))
        {
            return Each(node.Width, place => two(At(0, place), At(1, place)));
        }

        var from = operands[0];
        return node.Operation switch
        {
            FormulaOperation.Choose => Each(node.Width, place => $"CASE WHEN {At(0, place)} = 0e0 THEN {At(2, place)} ELSE {At(1, place)} END"),
            FormulaOperation.Sum => [$"({string.Join(" + ", from)})"],
            FormulaOperation.Largest => [$"GREATEST({string.Join(", ", from)})"],
            FormulaOperation.Lookup => Each(node.Width, place => Lookup(node, from[0], place)),
            FormulaOperation.Find => [Among(node.Numbers, from[0], 0, node.Numbers.Length - 1, isFind: true, "<")],
            FormulaOperation.Rank => [$"CASE WHEN {from[0]} IS NULL THEN (-1e0) ELSE {Among(node.Numbers, from[0], 0, node.Numbers.Length, isFind: false, "<")} END"],
            FormulaOperation.Reached => [$"CASE WHEN {from[0]} IS NULL THEN (-1e0) ELSE {Among(node.Numbers, from[0], 0, node.Numbers.Length, isFind: false, "<=")} END"],
            FormulaOperation.Weigh => Each(node.Width, sum => Weigh(node, from, sum)),
            _ => throw new InvalidOperationException($"Operation {node.Operation} has no expression."),
        };
    }

    private static string Exponential(string value) => $"EXP(CASE WHEN {value} < {LowestExponent} THEN {LowestExponent} WHEN {value} > {HighestExponent} THEN {HighestExponent} ELSE {value} END)";

    private static string[] Each(int width, Func<int, string> expression) => [.. Enumerable.Range(0, width).Select(expression)];

    private static string Lookup(FormulaNode node, string index, int place)
    {
        var rows = node.Numbers.Length / node.Width;
        var values = Enumerable.Range(0, rows).Select(row => SqlText.Number(node.Numbers[(row * node.Width) + place]));
        return $"(CAST(ARRAY[{string.Join(", ", values)}] AS float8[]))[CAST({index} AS INTEGER) + 2]";
    }

    private static string Weigh(FormulaNode node, IReadOnlyList<string> from, int sum) =>
        $"({string.Join(" + ", from.Select((value, place) => $"{value} * {SqlText.Number(node.Numbers[(place * node.Width) + sum])}").Prepend(SqlText.Number(node.Starts[sum])))})";

    /// <summary>A search by halves: how many ascending numbers are before a value, or where it stands.</summary>
    private static string Among(double[] ascending, string value, int low, int high, bool isFind, string before)
    {
        if (low >= high)
        {
            return !isFind ? SqlText.Number(low) : high < 0 ? "(-1e0)" : $"CASE WHEN {value} = {SqlText.Number(ascending[low])} THEN {SqlText.Number(low)} ELSE (-1e0) END";
        }

        var middle = (low + high) / 2;
        return $"CASE WHEN {SqlText.Number(ascending[middle])} {before} {value} THEN {Among(ascending, value, middle + 1, high, isFind, before)} ELSE {Among(ascending, value, low, middle, isFind, before)} END";
    }
}
