using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction.Typed;

namespace Modelwright.Runtime.Prediction;

/// <content>Rows whose values are set one by one.</content>
public sealed partial class Predictor
{
    private readonly Lazy<RowPlan?> _rowPlan;

    /// <summary>A row to fill, ask, and fill again: the way for programs that know the columns beforehand, such as generated code.</summary>
    /// <returns>A row without values, for one thread at a time.</returns>
    /// <exception cref="OptionsException">The model scores readings by those before them, so one row has no answer.</exception>
    public PredictionRow BeginRow()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        CheckAnswersOneRow();
        return new(this, _rowPlan.Value);
    }

    /// <exception cref="ObjectDisposedException">The predictor was ended.</exception>
    internal void CheckIsOpen() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    /// <summary>Answers one row that has all features.</summary>
    internal Predictions Answer(Table row)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Answers(RowTable.Admit(row, Package.Model.Door, []));
    }
}
