namespace Modelwright.Learners.Linear;

/// <summary>Loss and slopes of one band of rows, chunk by chunk; holds its own working memory.</summary>
internal sealed class RowLossBand(MatrixColumn[] columns, LinearTarget target)
{
    private readonly int _outputs = target.Outputs;
    private readonly double[] _scores = new double[target.Outputs * MatrixColumn.ChunkRows];

    /// <summary>The loss of the band's rows.</summary>
    public double Loss { get; private set; }

    /// <summary>The slopes, in the order of the parameters, for columns as they lie.</summary>
    public double[] Slopes { get; } = new double[target.Outputs * (columns.Length + 1)];

    /// <summary>Looks at chunks.</summary>
    public void Run(int first, int end, double[] coefficients, double[] intercepts)
    {
        Loss = 0;
        Array.Clear(Slopes);
        for (var chunk = first; chunk < end; chunk++)
        {
            var start = chunk * MatrixColumn.ChunkRows;
            var count = Math.Min(MatrixColumn.ChunkRows, target.Weights.Length - start);
            Score(chunk, count, coefficients, intercepts);
            for (var row = 0; row < count; row++)
            {
                Loss += target.Weights[start + row] * Residual(start + row, row, count);
            }

            AddSlopes(chunk, count);
        }
    }

    private void Score(int chunk, int count, double[] coefficients, double[] intercepts)
    {
        for (var output = 0; output < _outputs; output++)
        {
            _scores.AsSpan(output * count, count).Fill(intercepts[output]);
        }

        for (var column = 0; column < columns.Length; column++)
        {
            for (var output = 0; output < _outputs; output++)
            {
                var coefficient = coefficients[(output * columns.Length) + column];
                if (coefficient != 0)
                {
                    columns[column].AddTo(chunk, coefficient, _scores.AsSpan(output * count, count));
                }
            }
        }
    }

    /// <summary>Turns a row's scores into weighted residuals and gives its loss.</summary>
    private double Residual(int row, int place, int count) => target.Classes switch
    {
        0 => Squared(row, place),
        2 => Logistic(row, place),
        _ => Multinomial(row, place, count),
    };

    private double Squared(int row, int place)
    {
        var error = _scores[place] - target.Numbers[row];
        _scores[place] = target.Weights[row] * error;
        return error * error / 2;
    }

    private double Logistic(int row, int place)
    {
        var score = _scores[place];
        var tail = Math.Exp(-Math.Abs(score));
        var probability = score >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
        _scores[place] = target.Weights[row] * (probability - target.Codes[row]);
        return Math.Max(score, 0) + Math.Log(1 + tail) - (target.Codes[row] * score);
    }

    private double Multinomial(int row, int place, int count)
    {
        var largest = double.NegativeInfinity;
        for (var output = 0; output < _outputs; output++)
        {
            largest = Math.Max(largest, _scores[(output * count) + place]);
        }

        var own = _scores[(target.Codes[row] * count) + place];
        var sum = 0.0;
        for (var output = 0; output < _outputs; output++)
        {
            ref var score = ref _scores[(output * count) + place];
            score = Math.Exp(score - largest);
            sum += score;
        }

        var weight = target.Weights[row];
        for (var output = 0; output < _outputs; output++)
        {
            ref var score = ref _scores[(output * count) + place];
            score = weight * ((score / sum) - (output == target.Codes[row] ? 1 : 0));
        }

        return largest + Math.Log(sum) - own;
    }

    private void AddSlopes(int chunk, int count)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            for (var output = 0; output < _outputs; output++)
            {
                Slopes[(output * columns.Length) + column] += columns[column].Dot(chunk, _scores.AsSpan(output * count, count));
            }
        }

        for (var output = 0; output < _outputs; output++)
        {
            foreach (var residual in _scores.AsSpan(output * count, count))
            {
                Slopes[(_outputs * columns.Length) + output] += residual;
            }
        }
    }
}
