using System.Buffers;

namespace Modelwright.Measures.Classes;

/// <summary>The rows in ascending order of the probability of one class.</summary>
internal sealed class Ranking : IDisposable
{
    private readonly ClassAnswers _answers;
    private readonly int _column;
    private readonly double[] _keys;
    private readonly int[] _order;

    private Ranking(ClassAnswers answers, int column)
    {
        _answers = answers;
        _column = column;
        _keys = ArrayPool<double>.Shared.Rent(answers.Count);
        _order = ArrayPool<int>.Shared.Rent(answers.Count);
    }

    /// <summary>Weight of the rows of the class.</summary>
    public double Inside { get; private set; }

    /// <summary>Weight of all other rows.</summary>
    public double Outside { get; private set; }

    /// <summary>Whether there are rows of the class and others.</summary>
    public bool IsDefined => Inside > 0 && Outside > 0;

    /// <summary>Number of rows.</summary>
    public int Count => _answers.Count;

    /// <summary>Ranks the rows.</summary>
    /// <param name="answers">The rows.</param>
    /// <param name="column">The class.</param>
    /// <returns>Buffers to be given back.</returns>
    public static Ranking Of(ClassAnswers answers, int column)
    {
        var ranking = new Ranking(answers, column);
        ranking.Fill();
        return ranking;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_keys);
        ArrayPool<int>.Shared.Return(_order);
    }

    /// <summary>The row at a place of the ranking.</summary>
    /// <param name="place">0-based, from the smallest probability.</param>
    public int Row(int place) => _order[place];

    /// <summary>Whether a row is of the class.</summary>
    /// <param name="row">The row.</param>
    public bool IsInside(int row) => _answers.Truth[row] == _column;

    /// <summary>The first place after those that share a probability with the given one, and their weights.</summary>
    /// <param name="start">The first place of equals.</param>
    public (int End, double Inside, double Outside) Ties(int start)
    {
        var key = _keys[_order[start]];
        var inside = 0.0;
        var outside = 0.0;
        var end = start;
        while (end < Count && _keys[_order[end]] == key)
        {
            var row = _order[end++];
            if (IsInside(row))
            {
                inside += _answers.Weight(row);
            }
            else
            {
                outside += _answers.Weight(row);
            }
        }

        return (end, inside, outside);
    }

    private void Fill()
    {
        var width = _answers.Classes.Count;
        for (var row = 0; row < Count; row++)
        {
            _keys[row] = _answers.Probabilities[(row * width) + _column];
            if (IsInside(row))
            {
                Inside += _answers.Weight(row);
            }
            else
            {
                Outside += _answers.Weight(row);
            }
        }

        RadixOrder.Ascending(_keys.AsSpan(0, Count), _order.AsSpan(0, Count));
    }
}
