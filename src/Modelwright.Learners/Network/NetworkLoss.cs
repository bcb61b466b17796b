namespace Modelwright.Learners.Network;

/// <summary>What a network makes small: the logistic or multinomial loss, or half the squared error.</summary>
internal sealed class NetworkLoss(NetworkTarget target, int step)
{
    private readonly double[] _powers = new double[target.Outputs];

    /// <summary>Whether a label can be compared with an answer.</summary>
    public bool Counts(float label) => target.Classes > 0 ? label >= 0 : !float.IsNaN(label);

    /// <summary>The loss of a row.</summary>
    /// <param name="outputs">The row's outputs.</param>
    /// <param name="label">Its label.</param>
    public double Of(ReadOnlySpan<float> outputs, float label)
    {
        if (target.Classes == 0)
        {
            return 0.5 * (outputs[0] - label) * (outputs[0] - label);
        }

        return target.Outputs == 1
            ? SoftPlus(label > 0 ? -outputs[0] : outputs[0])
            : Math.Log(Powers(outputs)) - (outputs[(int)label] - Largest(outputs));
    }

    /// <summary>The gradient of the weighted loss by the outputs of rows.</summary>
    /// <param name="outputs">Rows x outputs as filled up.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="weights">One a row; 0 for a row that fills the batch up.</param>
    /// <param name="slopes">As long as the outputs; overwritten.</param>
    public void Slopes(ReadOnlySpan<float> outputs, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights, Span<float> slopes)
    {
        slopes.Clear();
        for (var row = 0; row < labels.Length; row++)
        {
            Slope(outputs.Slice(row * step, target.Outputs), labels[row], weights[row], slopes.Slice(row * step, target.Outputs));
        }
    }

    private void Slope(ReadOnlySpan<float> outputs, float label, float weight, Span<float> slopes)
    {
        if (target.Classes == 0)
        {
            slopes[0] = weight * (outputs[0] - label);
        }
        else if (target.Outputs == 1)
        {
            slopes[0] = weight * (float)((1 / (1 + Math.Exp(-outputs[0]))) - label);
        }
        else
        {
            var sum = Powers(outputs);
            for (var output = 0; output < slopes.Length; output++)
            {
                slopes[output] = weight * (float)((_powers[output] / sum) - (output == (int)label ? 1 : 0));
            }
        }
    }

    private double Powers(ReadOnlySpan<float> outputs)
    {
        var (largest, sum) = (Largest(outputs), 0.0);
        for (var output = 0; output < _powers.Length; output++)
        {
            _powers[output] = Math.Exp(outputs[output] - largest);
            sum += _powers[output];
        }

        return sum;
    }

    private float Largest(ReadOnlySpan<float> outputs)
    {
        var largest = float.NegativeInfinity;
        foreach (var output in outputs[..target.Outputs])
        {
            largest = Math.Max(largest, output);
        }

        return largest;
    }

    /// <summary>ln(1 + e^x) for any x.</summary>
    private static double SoftPlus(double value) => Math.Max(value, 0) + Math.Log(1 + Math.Exp(-Math.Abs(value)));
}
