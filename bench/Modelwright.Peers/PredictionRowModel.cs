using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Peers;

/// <summary>The way beneath generated code: one row of a predictor, filled by position, asked, and filled again.</summary>
internal sealed class PredictionRowModel : IDisposable
{
    private readonly Predictor _predictor;
    private readonly PredictionRow _row;
    private readonly int[] _positions;
    private readonly double[][] _numbers;
    private readonly string?[][] _levels;
    private readonly bool[] _isNumber;

    /// <summary>Makes the rows to ask.</summary>
    /// <param name="package">The package; it reads numbers and categories alone.</param>
    /// <param name="rows">The rows.</param>
    internal PredictionRowModel(Package package, Table rows)
    {
        _predictor = new(package);
        _row = _predictor.BeginRow();
        ColumnSpec[] features = [.. package.Model.Schema.Features];
        _positions = Array.ConvertAll(features, feature => _row.Find(feature.Name));
        _isNumber = Array.ConvertAll(features, feature => feature.Type == ColumnType.Number);
        _numbers = [.. Enumerable.Range(0, rows.RowCount).Select(row => Array.ConvertAll(features, feature => feature.Type == ColumnType.Number ? Number(rows[feature.Name].Format(row)) : double.NaN))];
        _levels = [.. Enumerable.Range(0, rows.RowCount).Select(row => Array.ConvertAll(features, feature => rows[feature.Name].Format(row)))];
    }

    /// <summary>Asks all rows.</summary>
    internal double All()
    {
        var sum = 0.0;
        for (var row = 0; row < _numbers.Length; row++)
        {
            for (var place = 0; place < _positions.Length; place++)
            {
                if (_isNumber[place])
                {
                    _row.SetNumber(_positions[place], _numbers[row][place]);
                }
                else
                {
                    _row.SetCategory(_positions[place], _levels[row][place]);
                }
            }

            var answer = _row.Answer();
            sum += answer[_row.LabelPosition] + _predictor.Classes[_row.LabelPosition].Length;
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Dispose() => _predictor.Dispose();

    private static double Number(string? text) => text is null ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
