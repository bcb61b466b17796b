using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Tests.Data;

namespace Modelwright.Hosting.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new ModelwrightOptions();

        Assert.Equal("", options.Path);
        Assert.True(options.Reload);
        Assert.Equal(TimeSpan.FromMilliseconds(500), options.ReloadDelay);
        Assert.False(options.AllowOtherSchema);
        Assert.True(options.RequiredAtStart);
        Assert.Equal(1L << 30, options.Limits.MaxBytes);
    }

    [Fact]
    public async Task Start_WrongOptions_AllFaultsInOneError()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddModelwright("churn", options =>
        {
            options.Path = "a\0b";
            options.Reload = false;
            options.ReloadDelay = TimeSpan.FromMilliseconds(9);
            options.RequiredAtStart = false;
            options.Limits = new() { MaxBytes = 0 };
        });
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            [
                "ModelwrightOptions.Path of model 'churn' must name a package. Got 'a\\0b'. Give a .mw file, such as 'models/churn.mw'.",
                "ModelwrightOptions.ReloadDelay of model 'churn' must be 10 milliseconds to one hour. Got 00:00:00.0090000. Leave it out for half a second.",
                "ModelwrightOptions.Limits of model 'churn' must allow at least 1 byte. Got 0. Leave it out for 1 GiB.",
                "ModelwrightOptions.RequiredAtStart and Reload of model 'churn' are both false, so a package that is not there at the start would never be loaded. Set one of them to true.",
            ],
            error.Failures);
    }

    [Fact]
    public void Get_NoPathAndNoLimits_SaysSo()
    {
        using var services = new ServiceCollection().AddModelwright(options => (options.Limits, options.ReloadDelay) = (null!, TimeSpan.FromHours(2))).Services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<ModelwrightOptions>>().Value);

        Assert.Equal(
            [
                "ModelwrightOptions.Path of model 'default' must name a package. Got ''. Give a .mw file, such as 'models/churn.mw'.",
                "ModelwrightOptions.ReloadDelay of model 'default' must be 10 milliseconds to one hour. Got 02:00:00. Leave it out for half a second.",
                "ModelwrightOptions.Limits of model 'default' must allow at least 1 byte. Got none. Leave it out for 1 GiB.",
            ],
            error.Failures);
    }

    [Fact]
    public void Add_SameNameTwice_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddModelwright("churn", options => options.Path = "churn.mw");

        var error = Assert.Throws<OptionsException>(() => services.AddModelwright("churn", options => options.Path = "price.mw"));

        Assert.Equal("A model named 'churn' is added already. Add each model once, and give each a name of its own: AddModelwright(\"churn\", options => …).", error.Message);
    }

    [Fact]
    public void Configure_WithoutAName_ReachesTheModelWithoutOne()
    {
        using var services = new ServiceCollection()
            .AddModelwright("churn.mw").Services
            .AddModelwright("price", options => options.Path = "price.mw").Services
            .Configure<ModelwrightOptions>(options => options.ReloadDelay = TimeSpan.FromSeconds(3))
            .BuildServiceProvider();
        var monitor = services.GetRequiredService<IOptionsMonitor<ModelwrightOptions>>();

        Assert.Equal(("churn.mw", TimeSpan.FromSeconds(3)), (monitor.CurrentValue.Path, monitor.CurrentValue.ReloadDelay));
        Assert.Equal(("price.mw", TimeSpan.FromMilliseconds(500)), (monitor.Get("price").Path, monitor.Get("price").ReloadDelay));
    }

    [Fact]
    public void Bind_Section_FillsEveryOption()
    {
        Dictionary<string, string?> settings = new()
        {
            ["Churn:Path"] = "churn.mw",
            ["Churn:Reload"] = "false",
            ["Churn:ReloadDelay"] = "00:00:02",
            ["Churn:AllowOtherSchema"] = "true",
            ["Churn:Limits:MaxBytes"] = "1000000",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddModelwright(configuration.GetSection("Churn").Bind).Services.BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<ModelwrightOptions>>().Value;

        Assert.Equal(("churn.mw", false, TimeSpan.FromSeconds(2), true, 1_000_000), (options.Path, options.Reload, options.ReloadDelay, options.AllowOtherSchema, options.Limits.MaxBytes));
    }

    [Fact]
    public void Path_Relative_StandsAgainstTheContentRoot()
    {
        using var folder = new TempFolder();
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder.Path });
        builder.Services.AddModelwright("models/../churn.mw");
        using var host = builder.Build();

        Assert.Equal(folder.At("churn.mw"), host.Services.GetRequiredService<HostedPredictor>().Path);
    }

    [Fact]
    public void Predict_BeforeTheHostStarts_SaysSo()
    {
        using var services = new ServiceCollection().AddModelwright("churn.mw").Services.BuildServiceProvider();
        var model = services.GetRequiredService<HostedPredictor>();

        Assert.False(model.IsLoaded);
        Assert.Equal(Path.GetFullPath("churn.mw"), model.Path);
        Assert.Equal(
            "Model 'default' is not loaded yet: that is done when the host starts. Ask after that.",
            Assert.Throws<OptionsException>(() => model.Predict(new { Age = 3 })).Message);
    }
}
