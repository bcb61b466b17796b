using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Runtime.Tests.Packaging;

public sealed class PackageFileTests
{
    [Fact]
    public void CheckRoom_PartThatNoReaderTakes_SaysWhichAndWhatToDo()
    {
        PackageFile.CheckRoom("form", 2_147_483_591);

        var fault = Assert.Throws<OptionsException>(() => PackageFile.CheckRoom("form", 2_147_483_592));
        Assert.Equal("Part 'form' of the package would have 2147483592 bytes; a part holds at most 2147483591. Train a smaller model with --max-size.", fault.Message);
    }
}
