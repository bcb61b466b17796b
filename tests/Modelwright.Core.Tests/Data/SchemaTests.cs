using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Tests.Data;

public sealed class SchemaTests
{
    private static readonly Schema Example = new(
    [
        new("id", ColumnType.Category, ColumnRole.Id),
        new("age", ColumnType.Number),
        new("left", ColumnType.Category, ColumnRole.Target),
        new("Age", ColumnType.Text),
    ]);

    [Fact]
    public void Schema_NamesTwice_SaysAll() =>
        Assert.Equal(
            "Two columns of the schema are named 'a'. Rename one of them.\nTwo columns of the schema are named 'b'. Rename one of them.",
            Assert.Throws<DataException>(() => new Schema([new("a", ColumnType.Number), new("b", ColumnType.Number), new("a", ColumnType.Text), new("b", ColumnType.Text)])).Message);

    [Fact]
    public void Roles_AreFoundInOrder()
    {
        Assert.Equal(["age", "Age"], Example.Features.Select(spec => spec.Name));
        Assert.Equal("left", Example.Target?.Name);
        Assert.Equal(["id"], Example.WithRole(ColumnRole.Id).Select(spec => spec.Name));
        Assert.Empty(Example.WithRole(ColumnRole.Weight));
        Assert.Null(new Schema([]).Target);
    }

    [Fact]
    public void TryGet_CaseMatters()
    {
        Assert.True(Example.TryGet("Age", out var spec));
        Assert.Equal(ColumnType.Text, spec.Type);
        Assert.False(Example.TryGet("AGE", out _));
    }
}
