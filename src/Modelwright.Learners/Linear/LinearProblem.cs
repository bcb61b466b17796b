using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Linear;

namespace Modelwright.Learners.Linear;

/// <summary>One training set as a minimisation, and the way back from parameters to a form.</summary>
internal sealed class LinearProblem
{
    /// <summary>Columns up to which the products of all pairs are made.</summary>
    private const int GramColumns = 160;

    private readonly LinearTarget _target;
    private readonly IReadOnlyList<string> _classes;

    /// <summary>Prepares checked data.</summary>
    public LinearProblem(TrainingSet data, FitContext context)
    {
        _target = LinearTarget.Of(data);
        _classes = data.Classes;
        Standardization = Standardization.Of(data.Features, _target.Weights);
        var pairs = _target.Classes == 0 && Standardization.Names.Length <= GramColumns;
        Loss = pairs
            ? GramLoss.Of(data.Features, Standardization, _target, context.Cancellation)
            : new RowLoss(data.Features, Standardization, _target, context);
        Start = new double[Loss.Length];
        _target.StartIntercepts().CopyTo(Start, Loss.Length - _target.Outputs);
    }

    /// <summary>Center and spread of the columns that vary.</summary>
    public Standardization Standardization { get; }

    /// <summary>The loss of the training rows.</summary>
    public ISmoothLoss Loss { get; }

    /// <summary>Parameters to start from: no column counts.</summary>
    public double[] Start { get; }

    /// <summary>The loss of validation rows; null where they cannot be read.</summary>
    public ISmoothLoss? Validation(TrainingSet validation, FitContext context)
    {
        var readable = Standardization.Names.All(name => TargetValues.Unsound(validation.Features[name]) < 0);
        return readable && _target.Of(validation, _classes) is { } target
            ? new RowLoss(validation.Features, Standardization, target, context)
            : null;
    }

    /// <summary>The objective at a penalty.</summary>
    public Objective Objective(double penalty, double l1Ratio) => new(Loss, Standardization.Spreads, penalty, l1Ratio);

    /// <summary>The form of parameters.</summary>
    public IForm Form(double[] point)
    {
        var columns = Standardization.Names.Length;
        var coefficients = new double[_target.Outputs * columns];
        var intercepts = point[coefficients.Length..];
        for (var place = 0; place < coefficients.Length; place++)
        {
            var ratio = _target.Spread / Standardization.Spreads[place % columns];
            coefficients[place] = double.IsFinite(ratio) ? point[place] * ratio : 0;
            intercepts[place / columns] -= point[place] * (Standardization.Centers[place % columns] / Standardization.Spreads[place % columns]);
        }

        FormInput[] inputs = [.. Standardization.Names.Select(name => new FormInput(name, ColumnType.Number, []))];
        for (var output = 0; output < intercepts.Length; output++)
        {
            intercepts[output] = (intercepts[output] * _target.Spread) + _target.Center;
        }

        var scores = new LinearScores(inputs, coefficients, intercepts) { Means = Standardization.Centers };
        return _target.Classes == 0
            ? new NumberLinearForm(scores)
            : new ClassLinearForm(scores, _classes, _target.Classes == 2 ? ProbabilityLink.Logistic : ProbabilityLink.Softmax);
    }
}
