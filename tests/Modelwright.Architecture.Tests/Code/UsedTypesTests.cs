using System.Globalization;
using System.Text;

namespace Modelwright.Architecture.Tests.Code;

/// <summary>Shows that the reader of compiled code sees what the rules depend on.</summary>
public sealed class UsedTypesTests
{
    [Theory]
    [InlineData(typeof(StringBuilder))]
    [InlineData(typeof(CultureInfo))]
    [InlineData(typeof(Uri))]
    [InlineData(typeof(Version))]
    [InlineData(typeof(Random))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(IDisposable))]
    public void Of_TypeUsedSomewhere_IsFound(Type used) => Assert.Contains(used, UsedTypes.Of(typeof(Example)));

    [Fact]
    public void Of_TypeNotUsed_IsNotFound() => Assert.DoesNotContain(typeof(TimeZoneInfo), UsedTypes.Of(typeof(Example)));

    [Fact]
    public void Texts_OfAMethod_AreFound() => Assert.Equal(["words"], Instructions.Texts(typeof(Example).GetMethod(nameof(Example.Body))!));

    #pragma warning disable CA1805 // the field only has to be there
    private sealed class Example : IDisposable
    {
        private readonly Lazy<Uri[]>? _field = null;

        public static object? Body(int choice)
        {
            switch (choice)
            {
                case 0: return new StringBuilder("words");
                case 1: return CultureInfo.InvariantCulture;
                case 2: return Enumerable.Empty<Version>();
                case 3: return typeof(Random);
                case 4: return 1.5;
                default: throw new FormatException();
            }
        }

        public void Dispose() => (_field as IDisposable)?.Dispose();
    }
}
