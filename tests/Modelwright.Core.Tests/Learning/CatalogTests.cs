using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Core.Tests.Learning;

public sealed class CatalogTests
{
    private static readonly FormCatalog Forms = new(new FormReader("echo", 2, (_, _) => new Echo(2)));

    [Fact]
    public void FormCatalog_NameTwice_IsRefused() =>
        Assert.Equal(
            "Two form readers are named 'echo'. Rename one of them. (Parameter 'readers')",
            Assert.Throws<ArgumentException>(() => Forms.Add(new FormReader("echo", 1, (_, _) => new Echo(1)))).Message);

    [Fact]
    public void Write_PutsNameAndVersionFirst()
    {
        var record = new Record();

        FormCatalog.Write(record, new Echo(2));

        Assert.Equal(["form=echo", "version=2", "state=x"], record.Entries);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_KnownVersion_IsRead(long version) => Assert.IsType<Echo>(Forms.Read(new Stored("echo", version)));

    [Theory]
    [InlineData("echo", 3, "The file holds version 3 of form 'echo'; this program reads versions 1 to 2. Open it with a newer release.")]
    [InlineData("echo", 0, "The file holds version 0 of form 'echo'; this program reads versions 1 to 2. Open it with a newer release.")]
    [InlineData("Echo", 1, "The file holds a form 'Echo' that this program cannot read. Open it with a release, or with the packages, that can.")]
    public void Read_UnknownForm_SaysWhatToDo(string name, long version, string expected) =>
        Assert.Equal(expected, Assert.Throws<ArtifactException>(() => Forms.Read(new Stored(name, version))).Message);

    [Fact]
    public void LearnerCatalog_FindsByNameAndTask()
    {
        var catalog = new LearnerCatalog().Add(new Named("ridge", LearningTask.Regression), new Named("forest", LearningTask.Regression, LearningTask.Classification));

        Assert.Equal("forest", catalog.Get("forest").Info.Name);
        Assert.Equal(["ridge", "forest"], catalog.For(LearningTask.Regression).Select(learner => learner.Info.Name));
        Assert.Equal(["forest"], catalog.For(LearningTask.Classification).Select(learner => learner.Info.Name));
        Assert.Empty(catalog.For(LearningTask.Clustering));
        Assert.Equal(
            "Learner 'Forrest' is not known. Did you mean 'forest'? There are: ridge, forest.",
            Assert.Throws<OptionsException>(() => catalog.Get("Forrest")).Message);
        Assert.Equal(
            "Two learners are named 'ridge'. Rename one of them. (Parameter 'learners')",
            Assert.Throws<ArgumentException>(() => catalog.Add(new Named("ridge", LearningTask.Regression))).Message);
    }

    private sealed class Echo(int version) : IForm
    {
        public FormInfo Info { get; } = new("echo", version, []);

        public void Write(IArtifactWriter writer) => writer.Text("state", "x");
    }

    private sealed class Named(string name, params LearningTask[] tasks) : ILearner
    {
        public LearnerInfo Info { get; } = new() { Name = name, Title = name, Tasks = tasks, Takes = [ColumnType.Number], Source = "none" };

        public IReadOnlyList<ParameterSpec> Parameters => [];

        public string? Unavailable => null;

        public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [];

        public FitCost Estimate(DataShape shape, ParameterValues values) => new(0, 0);

        public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context) => throw new NotSupportedException();
    }

    private sealed class Record : IArtifactWriter
    {
        public List<string> Entries { get; } = [];

        public void Text(string name, string? value) => Entries.Add($"{name}={value}");

        public void Integer(string name, long value) => Entries.Add($"{name}={value}");

        public void Number(string name, double value) => throw new NotSupportedException();

        public void Flag(string name, bool value) => throw new NotSupportedException();

        public void Texts(string name, IReadOnlyList<string> values) => throw new NotSupportedException();

        public void Numbers(string name, ReadOnlySpan<double> values) => throw new NotSupportedException();

        public void Integers(string name, ReadOnlySpan<int> values) => throw new NotSupportedException();

        public void Bytes(string name, ReadOnlySpan<byte> values) => throw new NotSupportedException();

        public IArtifactWriter Part(string name) => throw new NotSupportedException();
    }

    private sealed class Stored(string form, long version) : IArtifactReader
    {
        public string? Text(string name) => form;

        public long Integer(string name) => version;

        public double Number(string name) => throw new NotSupportedException();

        public bool Flag(string name) => throw new NotSupportedException();

        public IReadOnlyList<string> Texts(string name) => throw new NotSupportedException();

        public double[] Numbers(string name) => throw new NotSupportedException();

        public int[] Integers(string name) => throw new NotSupportedException();

        public byte[] Bytes(string name) => throw new NotSupportedException();

        public IArtifactReader Part(string name) => throw new NotSupportedException();
    }
}
