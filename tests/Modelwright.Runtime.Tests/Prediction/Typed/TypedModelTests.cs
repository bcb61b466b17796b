using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Clusters;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Typed;
using Modelwright.Runtime.Tests.Data;
using Modelwright.Runtime.Tests.Forms;

namespace Modelwright.Runtime.Tests.Prediction.Typed;

/// <summary>Packages in the hands of code that was made for another one.</summary>
public sealed class TypedModelTests : IDisposable
{
    private static readonly TypedInput[] Inputs =
    [
        new("Tenure", ColumnType.Number),
        new("Plan", ColumnType.Category),
        new("Age", ColumnType.Number),
        new("Since", ColumnType.Time),
        new("Note", ColumnType.Text),
        new("Member", ColumnType.Category, IsBoolean: true),
    ];

    private static readonly string[] Classes = ["no", "yes"];
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("modelwright-typed").FullName, "model.mw");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void Load_TrimmedModel_LeavesOutWhatItDoesNotRead()
    {
        var package = ExampleModels.ClassPackage();
        Save(package with { Model = package.Model.Trimmed(), CheckRows = CheckRows.None });
        using var model = TypedModel.Load(_path, Inputs, Classes);
        using var whole = new Predictor(package);
        var row = model.Rent();

        Fill(model, row);

        Assert.Equal(3, model.Predictor.Package.Model.Schema.Features.Count());
        Assert.Equal(
            whole.Predict(new { Tenure = 4, Plan = "pro", Age = 51, Since = (DateTime?)null, Note = (string?)null, Member = (bool?)null }).Probabilities.ToArray(),
            row.Answer().ToArray());
    }

    [Fact]
    public void SetBoolean_SpeaksTheWordsOfTheModel()
    {
        var model = ExampleModels.Classes();
        var schema = new Schema([.. model.Schema.Columns.Select(spec => spec.Name == "Plan" ? spec with { Levels = ["off", "on"], IsBoolean = true } : spec)]);
        FormInput[] read = [new("Plan", ColumnType.Category, ["off", "on"])];
        var tree = new ClassTreesForm(
            new(read, [new() { Feature = [0], Threshold = [0], Left = [~0], Right = [~1], MissingLeft = [false], CategoryStart = [0], CategoryWords = [1], CategoryBits = [0b10], Leaves = [2, -2] }]),
            Classes,
            ProbabilityLink.Logistic);
        Save(new(model with { Schema = schema, Form = tree }));
        using var typed = TypedModel.Load(_path, [.. Inputs.Select(input => input.Name == "Plan" ? input with { IsBoolean = true } : input)], Classes);
        var row = typed.Rent();

        double Yes(bool? value)
        {
            typed.SetBoolean(row, 1, value);
            return row.Answer()[1];
        }

        Assert.InRange(Yes(true), 0.8, 1);
        Assert.InRange(Yes(false), 0, 0.2);
        Assert.InRange(Yes(null), 0, 0.2);
    }

    [Fact]
    public void Rent_TakenTwice_IsTwoRows()
    {
        Save(ExampleModels.ClassPackage());
        using var model = TypedModel.Load(_path, Inputs, Classes);

        var first = model.Rent();
        var second = model.Rent();
        model.Return(first);

        Assert.NotSame(first, second);
        Assert.Same(first, model.Rent());
    }

    [Fact]
    public void Load_OtherInputs_SaysAllThatDiffers()
    {
        Save(ExampleModels.ClassPackage());

        Assert.Equal(
            Refused("it has no input 'Income'; its input 'Plan' is a category, and the code gives a number; its input 'Note' is a text, and the code gives a time; it reads 'Age', which the code does not give; its classes are 'no', 'yes', and the code's are 'yes', 'no'"),
            Fault([new("Income", ColumnType.Number), new("Tenure", ColumnType.Number), new("Plan", ColumnType.Number), new("Note", ColumnType.Time)], "yes", "no"));
    }

    [Fact]
    public void Load_InputThatIsTheTarget_IsRefused()
    {
        Save(ExampleModels.ClassPackage());

        Assert.Equal(Refused("it has no input 'churned'"), Fault([.. Inputs, new("churned", ColumnType.Category)], Classes));
    }

    [Fact]
    public void Load_BooleanThatIsNone_IsRefused()
    {
        Save(ExampleModels.ClassPackage());

        Assert.Equal(
            Refused("its input 'Plan' has no words for yes and no, and the code gives true and false"),
            Fault([.. Inputs.Select(input => input with { IsBoolean = input.Type == ColumnType.Category })], Classes));
    }

    [Fact]
    public void Load_AnswerOfAnotherKind_IsRefused()
    {
        Save(ExampleModels.NumberPackage());
        Assert.Equal(Refused("it answers a number, and the code takes the classes 'no', 'yes'"), Fault(Inputs, Classes));

        Save(ExampleModels.ClassPackage());
        Assert.Equal(Refused("it answers the classes 'no', 'yes', and the code takes a number"), Fault(Inputs));

        Save(new(new(LearningTask.Clustering, new([new("Tenure", ColumnType.Number), new("Age", ColumnType.Number)]), new PointClustersForm(ClusterForms.Points))));
        TypedInput[] two = [Inputs[0], Inputs[2]];
        Assert.Equal(Refused("it answers columns (form 'point_clusters'), and the code takes a number"), Fault(two));
        Assert.Equal(Refused("it answers columns (form 'point_clusters'), and the code takes classes"), Fault(two, Classes));
    }

    [Fact]
    public void Load_ManyClasses_AreCounted()
    {
        string[] many = [.. "abcdefghijkl".Select(letter => letter.ToString())];
        Save(new(new(LearningTask.Classification, ExampleModels.Schema(ColumnType.Category), new ClassConstantForm(many, [.. many.Select(_ => 1.0 / many.Length)]))));

        Assert.Equal(Refused("its classes are 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j' and 2 more, and the code's are 'no', 'yes'"), Fault(Inputs, Classes));
    }

    private static void Fill(TypedModel model, PredictionRow row)
    {
        model.SetNumber(row, 0, 4);
        model.SetCategory(row, 1, "pro");
        model.SetNumber(row, 2, 51);
        model.SetTime(row, 3, new DateTime(2021, 5, 6));
        model.SetText(row, 4, "late");
        model.SetBoolean(row, 5, true);
    }

    private void Save(Package package) => package.Save(_path);

    private string Fault(TypedInput[] inputs, params string[] classes) => Assert.Throws<ArtifactException>(() => TypedModel.Load(_path, inputs, classes)).Message;

    private string Refused(string faults) =>
        $"{_path}: The package is not one that the generated code can ask: {faults}. Load a package that was trained on the same columns, or build the program with this one.";
}
