namespace Modelwright.Runtime.Forms.Rows;

/// <summary>A form that answers rows of numbers, with its inputs side by side and codes of its own levels.</summary>
internal interface IAnswersValues
{
    /// <summary>What it reads.</summary>
    FormInputs Inputs { get; }

    /// <summary>Answers rows.</summary>
    /// <param name="values">Rows x inputs; codes as numbers, -1 where missing or unseen.</param>
    /// <param name="output">Rows x answers; overwritten.</param>
    void Answer(ReadOnlySpan<double> values, Span<double> output);
}
