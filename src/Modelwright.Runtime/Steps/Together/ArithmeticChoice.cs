using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Categories.Encoding;
using Modelwright.Runtime.Steps.Categories.Ordered;
using Modelwright.Runtime.Steps.Usefulness;

namespace Modelwright.Runtime.Steps.Together;

/// <summary>Which results of two numbers tell of the target what both together do not, by a sample of the training rows.</summary>
internal sealed class ArithmeticChoice
{
    /// <summary>Rows looked at, numbers judged at all, and numbers whose pairs are tried: those that tell most.</summary>
    private const int MostRows = 10_000;
    private const int MostJudged = 100;
    private const int MostNumbers = 8;

    /// <summary>Ranges of a result, and of each part where both are taken together: what a tree tells apart in a few cuts.</summary>
    private const int Fine = 32;
    private const int Coarse = 6;

    private readonly TargetSample _sample;
    private readonly CancellationToken _cancellation;

    internal ArithmeticChoice(StepInput input)
    {
        var target = EncodedTarget.Of(input, Arithmetic.StepName, "", "leave Most out and name the pairs");
        _sample = new(target, RandomOrder.Of(input.Rows.RowCount, input.Seed, input.Times), MostRows);
        _cancellation = input.Cancellation;
    }

    /// <summary>The best results, best first.</summary>
    /// <param name="numbers">Columns that may be parts.</param>
    /// <param name="operations">What may be made of them.</param>
    /// <param name="most">How many are wanted.</param>
    internal IReadOnlyList<(ColumnPair Pair, ArithmeticOperations Operation)> Of(IEnumerable<NumberColumn> numbers, IReadOnlyList<ArithmeticOperations> operations, int most)
    {
        Part[] parts = [.. numbers.Take(MostJudged).Select(Judge).OrderByDescending(part => part.Gain).Take(MostNumbers).OrderBy(part => part.Place)];
        var found = new List<(ColumnPair Pair, ArithmeticOperations Operation, double Gain)>();
        for (var first = 0; first < parts.Length; first++)
        {
            for (var second = first + 1; second < parts.Length; second++)
            {
                _cancellation.ThrowIfCancellationRequested();
                found.AddRange(OfPair(parts[first], parts[second], operations));
            }
        }

        return [.. found.Where(entry => entry.Gain > 0).OrderByDescending(entry => entry.Gain).Take(most).Select(entry => (entry.Pair, entry.Operation))];
    }

    private IEnumerable<(ColumnPair Pair, ArithmeticOperations Operation, double Gain)> OfPair(Part first, Part second, IReadOnlyList<ArithmeticOperations> operations)
    {
        var both = _sample.Statistics(Ranges.Of(first.Values, Coarse), Ranges.Of(second.Values, Coarse));
        foreach (var operation in operations)
        {
            var made = new double[first.Values.Length];
            Arithmetic.Reckon(operation, first.Values, second.Values, made);
            yield return (new(first.Name, second.Name), operation, _sample.Gain(_sample.Statistics(Ranges.Of(made, Fine)), first.Statistics, second.Statistics, both));
        }
    }

    private Part Judge(NumberColumn column, int place)
    {
        var values = new double[_sample.Rows.Length];
        column.Values.Gather(_sample.Rows, values);
        var statistics = _sample.Statistics(Ranges.Of(values, Fine));
        return new(place, column.Name, values, statistics, _sample.Gain(statistics));
    }

    private sealed record Part(int Place, string Name, double[] Values, double[][] Statistics, double Gain);
}
